package org.casebound.connector.jdbc.outbound;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a statement gave: the first result set as {@code rows} (and {@code moreRows}, whether the limit cut it), the
 * first update count as {@code updateCount}, OUT parameters as {@code out}. Times are ISO 8601 texts, bytes Base64.
 *
 * @param maxRows most rows
 */
record Results(int maxRows) {
  /** Each is there when the statement gave it. */
  static final Shape SHAPE =
      Shape.of(
          new Member("rows", Set.of(ValueType.LIST), false),
          new Member("moreRows", Set.of(ValueType.BOOLEAN), false),
          new Member("updateCount", Set.of(ValueType.NUMBER), false),
          new Member("out", Set.of(ValueType.MAP), false));

  private static final int LONGEST_TEXT = 1_000_000;

  Map<String, Object> execute(PreparedStatement statement, List<Parameter> parameters) throws SQLException {
    Map<String, Object> result = new LinkedHashMap<>();
    boolean hasRows = statement.execute();
    int count = hasRows ? 0 : statement.getUpdateCount();
    while (hasRows || count >= 0) {
      if (!hasRows) {
        result.putIfAbsent("updateCount", count);
      } else if (!result.containsKey("rows")) {
        readRows(statement, result);
      }
      hasRows = statement.getMoreResults();
      count = hasRows ? 0 : statement.getUpdateCount();
    }
    if (statement instanceof CallableStatement call) {
      readOut(call, parameters, result);
    }
    return result;
  }

  private void readRows(PreparedStatement statement, Map<String, Object> result) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      ResultSetMetaData columns = rows.getMetaData();
      List<Map<String, @Nullable Object>> list = new ArrayList<>();
      boolean more = rows.next();
      while (more && list.size() < maxRows) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          row.put(columns.getColumnLabel(column), tree(rows.getObject(column)));
        }
        list.add(row);
        more = rows.next();
      }
      result.put("rows", list);
      result.put("moreRows", more);
    }
  }

  private static void readOut(CallableStatement call, List<Parameter> parameters, Map<String, Object> result)
      throws SQLException {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).out().isPresent()) {
        out.put(parameters.get(i).name(), tree(call.getObject(i + 1)));
      }
    }
    if (!out.isEmpty()) {
      result.put("out", out);
    }
  }

  private static @Nullable Object tree(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(value.toString()) : value.toString();
    }
    if (value instanceof Number) {
      return value;
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) Math.min(clob.length(), LONGEST_TEXT));
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    return time(value);
  }

  private static List<@Nullable Object> list(Object[] values) throws SQLException {
    List<@Nullable Object> list = new ArrayList<>();
    for (Object value : values) {
      list.add(tree(value));
    }
    return list;
  }

  private static String time(Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime().toString();
    }
    if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    return value instanceof Time time ? time.toLocalTime().toString() : value.toString();
  }
}
