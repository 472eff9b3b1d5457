package org.casebound.fulfillment.bulk;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a CSV file (RFC 4180); empty ones are passed over. */
final class CsvLines implements Lines {
  private final LineLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final String header;

  /** Reads the header. */
  CsvLines(Reader text) throws IOException {
    limit = new LineLimit(text, LONGEST);
    limit.begin(1);
    parser = CSVParser.parse(limit, CSVFormat.RFC4180);
    records = parser.iterator();
    List<String> columns =
        record(1)
            .map(record -> record.stream().map(String::strip).toList())
            .orElseThrow(() -> LineLimit.refused(1, "The file is empty; its first line names the columns."));
    requireSensible(columns);
    header = BulkJson.write(columns);
  }

  private static void requireSensible(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (column.isEmpty() || !seen.add(column)) {
        throw LineLimit.refused(1, "Each column needs a name of its own; '%s' is empty or there twice.".formatted(column));
      }
    }
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public Optional<Line> next() {
    while (true) {
      int number = Math.toIntExact(parser.getCurrentLineNumber() + 1);
      Optional<CSVRecord> record = record(number);
      if (record.isEmpty()) {
        return Optional.empty();
      }
      List<String> cells = record.get().toList();
      if (cells.size() > 1 || !cells.get(0).isBlank()) {
        return Optional.of(new Line(number, BulkJson.write(cells)));
      }
    }
  }

  private Optional<CSVRecord> record(int line) {
    limit.begin(line);
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw LineLimit.refused(line, "It can not be read as CSV: " + broken.getMessage() + ".");
    }
  }
}
