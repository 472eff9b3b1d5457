package org.casebound.bench.fill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rows that belong to one case, found by the names of the columns, so that a new table of the product needs nothing here: a table
 * belongs to cases if it is the cases' own or has one of the columns in {@link #PARENTS}.
 *
 * @param conditions by table, which rows
 * @param stride how far ids must be moved so that those of two copies can not meet
 */
record Template(Map<String, String> conditions, long stride) {
  private static final String CASES = "service_case";

  /** Column that names a parent, and the parent's table; the first that a table has is used. */
  private static final Map<String, String> PARENTS = new LinkedHashMap<>();

  static {
    PARENTS.put("case_id", CASES);
    PARENTS.put("flow_id", "fulfillment_flow");
    PARENTS.put("request_id", "service_catalog_request");
    PARENTS.put("step_id", "flow_step");
    PARENTS.put("document_id", "document");
    PARENTS.put("work_item_id", "work_item");
    PARENTS.put("attempt_id", "step_attempt");
  }

  static Template of(Connection connection, Map<String, List<Column>> tables, long caseId) throws SQLException {
    Map<String, String> conditions = new TreeMap<>();
    conditions.put(CASES, "id = " + caseId);
    for (Map.Entry<String, String> parent : PARENTS.entrySet()) {
      String parents = conditions.get(parent.getValue());
      if (parents == null) {
        continue;
      }
      String ids = ids(connection, parent.getValue(), parents);
      for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
        Set<String> names = table.getValue().stream().map(Column::name).collect(Collectors.toSet());
        if (names.contains(parent.getKey()) && !ids.isEmpty()) {
          conditions.putIfAbsent(table.getKey(), parent.getKey() + " in (" + ids + ")");
        }
      }
    }
    return new Template(conditions, stride(connection, tables, conditions));
  }

  private static String ids(Connection connection, String table, String condition) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select id from " + table + " where " + condition);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return String.join(",", ids);
  }

  private static long stride(Connection connection, Map<String, List<Column>> tables, Map<String, String> conditions) throws SQLException {
    long stride = 1;
    for (Map.Entry<String, String> each : conditions.entrySet()) {
      if (tables.get(each.getKey()).stream().noneMatch(column -> column.name().equals("id"))) {
        continue;
      }
      try (PreparedStatement query =
              connection.prepareStatement("select coalesce(max(id) - min(id), 0) + 1 from " + each.getKey() + " where " + each.getValue());
          ResultSet row = query.executeQuery()) {
        row.next();
        stride = Math.max(stride, row.getLong(1));
      }
    }
    return stride;
  }
}
