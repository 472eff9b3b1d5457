package org.casebound.e2e.flow;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.EmbeddedPostgresDatabase;

/**
 * What a server's work costs its PostgreSQL database, as the database itself counts it: every executed statement, begin and commit
 * excepted, and the bytes of write-ahead log. What the server does of its own accord (looks for due work, notes that it lives, reads which processes are
 * active and which connectors are stopped) and what the test asks is left out.
 */
public final class StatementCount implements AutoCloseable {
  private static final String OTHERS =
      "query not like '%skip locked%' and query not like 'update node_run%' and query not like '%process_definition%' and query not like '%pg_%' and query not like 'select count%'"
          + " and not (query like 'select%' and query like '%connector_circuit%') and query not like 'select%from webhook %'";

  /** What looks after work in the background does so some time after it ended, too. */
  private static final String LOOKING_AFTER =
      "select count(*) from due_task where kind in ('BULK_INTAKE', 'RETENTION', 'OPERATION_BATCH', 'MIGRATION') and failures = 0 and due_at < now() + interval '1 minute'";

  private final Connection connection;
  private final String begin;

  private StatementCount(Connection connection, String begin) {
    this.connection = connection;
    this.begin = begin;
  }

  /** Counts from now on, as soon as nothing that other tests began is looked after any more. */
  public static StatementCount begin(CaseboundServer server) throws SQLException {
    Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
    await("work of other tests to be over").atMost(Duration.ofMinutes(2)).until(() -> text(connection, LOOKING_AFTER).equals("0"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
    }
    return new StatementCount(connection, text(connection, "select pg_current_wal_insert_lsn()"));
  }

  /** How often each statement was executed. */
  public Map<String, Long> statements() throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select query, calls from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database()) and "
                    + OTHERS
                    + " order by calls desc")) {
      while (rows.next()) {
        counts.merge(rows.getString(1), rows.getLong(2), Long::sum);
      }
    }
    return counts;
  }

  /** Bytes of write-ahead log of the whole database server. */
  long walBytes() throws SQLException {
    return Long.parseLong(text(connection, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '" + begin + "')::bigint"));
  }

  /** How often rows were inserted into these tables. */
  Map<String, Long> inserts(String... tables) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    statements()
        .forEach(
            (sql, calls) -> {
              for (String table : tables) {
                if (sql.startsWith("insert into " + table + " ")) {
                  counts.merge(sql, calls, Long::sum);
                }
              }
            });
    return counts;
  }

  /** All cases. */
  long cases() throws SQLException {
    return Long.parseLong(text(connection, "select count(*) from service_case"));
  }

  /** Cases that are closed. */
  long closedCases() throws SQLException {
    return Long.parseLong(text(connection, "select count(*) from service_case where status = 'CLOSED'"));
  }

  /** Rows of the history of the case that was filed last. */
  long historyRowsOfTheLastCase() throws SQLException {
    return Long.parseLong(text(connection, "select count(*) from history_entry where case_id = (select max(id) from service_case)"));
  }

  /** Runs a statement of the test's own. */
  public int change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** One line per statement, for a message of failure. */
  public static String listed(Map<String, Long> statements) {
    return statements.entrySet().stream().map(each -> each.getValue() + " x " + each.getKey()).collect(Collectors.joining("\n"));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
