package org.casebound.connector.file.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;

/**
 * A call as a CSV file (RFC 4180): a header and one line, or one line for each element of the input {@code rows}. A column
 * is taken from the row, else from the input; {@code idempotencyKey} and {@code correlationId} are there always.
 */
final class CsvText {
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final String ROWS = "rows";

  private CsvText() {}

  /** @throws IllegalArgumentException with a sentence when the columns and the input do not fit each other */
  static String of(String columnList, Call call) {
    List<String> columns = columns(columnList);
    Map<String, Object> common = new LinkedHashMap<>(call.input());
    Object rows = common.remove(ROWS);
    common.put("idempotencyKey", call.key().value());
    common.put("correlationId", call.correlationId());
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(columns);
      Set<String> unused = new HashSet<>(call.input().keySet());
      unused.remove(ROWS);
      for (Map<?, ?> row : rows(rows)) {
        printer.printRecord(columns.stream().map(column -> cell(column, row, common)).toList());
        row.keySet().stream().filter(name -> !columns.contains(name)).forEach(name -> unused.add(String.valueOf(name)));
      }
      unused.removeAll(columns);
      if (!unused.isEmpty()) {
        throw new IllegalArgumentException("The CSV file has no column for " + unused + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * What it takes: rows, and what the cells of each column hold where the row has no value of its own.
   *
   * @throws IllegalArgumentException with a sentence when the columns are not different plain names
   */
  static Shape shape(String columnList) {
    Stream<Member> cells =
        columns(columnList).stream().filter(column -> !column.equals(ROWS)).map(column -> new Member(column, ValueType.SCALAR, false));
    return new Shape(Stream.concat(Stream.of(new Member(ROWS, Set.of(ValueType.LIST), false)), cells).toList(), false);
  }

  private static List<String> columns(String columnList) {
    List<String> columns = Arrays.stream(columnList.split(",", -1)).map(String::strip).toList();
    if (!columns.stream().allMatch(column -> COLUMN.matcher(column).matches())
        || new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException("The columns of a CSV file are different plain names: " + columnList);
    }
    return columns;
  }

  private static List<Map<?, ?>> rows(@org.jspecify.annotations.Nullable Object rows) {
    if (rows == null) {
      return List.of(Map.of());
    }
    if (rows instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      return list.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }
    throw new IllegalArgumentException("The input \"rows\" must be a list of rows with named values.");
  }

  private static String cell(String column, Map<?, ?> row, Map<String, Object> common) {
    Object value = row.containsKey(column) ? row.get(column) : common.get(column);
    if (value instanceof Map || value instanceof List) {
      throw new IllegalArgumentException("The column \"" + column + "\" must be a text, number or truth value.");
    }
    return value == null ? "" : value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
  }
}
