package org.casebound.bench.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.bench.rig.Postgres;

/**
 * Multiplies a case by SQL: every row that belongs to it, with ids, keys and requesters of its own, as if it had been filed and
 * driven so often. Later cases of the product get later ids than the copies.
 */
public final class CaseCopies {
  private static final long AT_ONCE = 20_000;

  /** Further than the product's sequences hand out at a time. */
  private static final long GAP = 1000;

  private final Postgres postgres;

  public CaseCopies(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Adds this many copies of a case; vacuums, analyses and writes all pages afterwards. */
  public void make(long caseId, long count) {
    try (Connection connection = postgres.observe(); Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      Map<String, List<Column>> tables = Column.all(connection);
      Template template = Template.of(connection, tables, caseId);
      long base = greatestId(statement, tables, template) + GAP;
      for (long from = 1; from <= count; from += AT_ONCE) {
        long to = Math.min(count, from + AT_ONCE - 1);
        for (Map.Entry<String, String> rows : template.conditions().entrySet()) {
          statement.execute(copy(rows.getKey(), tables.get(rows.getKey()), rows.getValue(), base, template.stride(), from, to));
        }
      }
      moveSequences(statement, tables, template);
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IllegalStateException("The database can not be filled", e);
    }
  }

  private static String copy(String table, List<Column> columns, String condition, long base, long stride, long from, long to) {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(column -> column.copied(base, stride)).collect(Collectors.joining(", "));
    return "insert into " + table + " (" + names + ") select " + values + " from " + table
        + ", generate_series(" + from + "::bigint, " + to + ") g where " + condition
        + (columns.stream().anyMatch(column -> column.name().equals("id")) ? " order by g, id" : " order by g");
  }

  private static long greatestId(Statement statement, Map<String, List<Column>> tables, Template template) throws SQLException {
    long greatest = 0;
    for (String table : withIds(tables, template)) {
      try (ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
        row.next();
        greatest = Math.max(greatest, row.getLong(1));
      }
    }
    return greatest;
  }

  private static void moveSequences(Statement statement, Map<String, List<Column>> tables, Template template) throws SQLException {
    for (String table : withIds(tables, template)) {
      statement.execute(
          "select setval(c.oid::regclass, (select max(id) from " + table + ") + " + GAP + ") from pg_class c"
              + " where relkind = 'S' and relname = '" + table + "_seq'");
    }
  }

  private static List<String> withIds(Map<String, List<Column>> tables, Template template) {
    return template.conditions().keySet().stream()
        .filter(table -> tables.get(table).stream().anyMatch(column -> column.name().equals("id")))
        .toList();
  }
}
