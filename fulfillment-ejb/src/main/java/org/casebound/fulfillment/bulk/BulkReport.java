package org.casebound.fulfillment.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.casebound.domain.cases.CaseNumber;

/**
 * A portion of the report of a job.
 *
 * @param csv its lines (RFC 4180): line, result, case, place, code, message; a refused line has one for each thing that is wrong
 * @param lastLine the line of the file that it ends with
 * @param more whether another portion may follow
 */
public record BulkReport(String csv, int lastLine, boolean more) {
  private static final String HEADER = "line,result,case,place,code,message\r\n";

  static BulkReport of(int afterLine, List<BulkLine> lines, List<BulkRefusal> refusals) {
    Map<Integer, List<BulkRefusal>> byLine = refusals.stream().collect(Collectors.groupingBy(BulkRefusal::line));
    StringBuilder text = new StringBuilder(afterLine == 0 ? HEADER : "");
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (BulkLine line : lines) {
        if (line.caseId().isPresent()) {
          printer.printRecord(line.line(), "filed", new CaseNumber(line.caseId().get()), "", "", "");
        }
        for (BulkRefusal refusal : byLine.getOrDefault(line.line(), List.of())) {
          printer.printRecord(line.line(), "refused", "", harmless(refusal.place()), refusal.code(), harmless(refusal.message()));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text builder does not fail", impossible);
    }
    int last = lines.isEmpty() ? afterLine : lines.get(lines.size() - 1).line();
    return new BulkReport(text.toString(), last, !lines.isEmpty());
  }

  /** A spreadsheet takes a text that begins like a formula for one. */
  private static String harmless(String text) {
    return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
