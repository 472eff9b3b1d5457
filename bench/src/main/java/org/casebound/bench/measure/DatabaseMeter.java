package org.casebound.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.casebound.bench.rig.Postgres;

/**
 * Counts what one role lets the database do: statements by pg_stat_statements (which counts a driver's BEGIN, but not its COMMIT), and
 * commits in the write-ahead log, one record each. The observer's own statements belong to another role. For one thread.
 */
public final class DatabaseMeter implements AutoCloseable {
  private static final String STATEMENTS =
      "select coalesce(sum(calls) filter (where not control), 0), coalesce(sum(calls) filter (where query ilike 'begin%'), 0) from"
          + " (select calls, query, query ~* '^\\s*(begin|commit|rollback|start transaction|savepoint|release)' control"
          + " from pg_stat_statements s join pg_roles r on r.oid = s.userid where rolname = ? and toplevel) counted";
  private static final String WAL =
      "select pg_wal_lsn_diff(?::pg_lsn, ?::pg_lsn), coalesce(sum(fpi_size), 0),"
          + " coalesce(sum(count) filter (where \"resource_manager/record_type\" = 'Transaction/COMMIT'), 0)"
          + " from pg_get_wal_stats(?::pg_lsn, ?::pg_lsn, true)";

  private final Connection connection;
  private final String role;
  private String begin = "";

  public DatabaseMeter(Postgres postgres, String role) throws SQLException {
    this.connection = postgres.observe();
    this.role = role;
  }

  /** Writes all changed pages, so that the page images of what follows are those after a checkpoint. */
  public void checkpoint() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  /** Begins to count. */
  public void begin() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
    }
    begin = position();
  }

  /** What was done since {@link #begin}. */
  public Work end() throws SQLException {
    String end = position();
    try (PreparedStatement counts = connection.prepareStatement(STATEMENTS)) {
      counts.setString(1, role);
      try (ResultSet counted = counts.executeQuery()) {
        counted.next();
        return logged(end, counted.getDouble(1), counted.getDouble(2));
      }
    }
  }

  private Work logged(String end, double statements, double transactions) throws SQLException {
    if (end.equals(begin)) {
      // The database refuses to look for records in a log that has not grown.
      return new Work(statements, transactions, 0, 0, 0);
    }
    try (PreparedStatement wal = connection.prepareStatement(WAL)) {
      wal.setString(1, end);
      wal.setString(2, begin);
      wal.setString(3, begin);
      wal.setString(4, end);
      try (ResultSet written = wal.executeQuery()) {
        written.next();
        return new Work(statements, transactions, written.getDouble(3), written.getDouble(1), written.getDouble(2));
      }
    }
  }

  /** Where the WAL was at {@link #begin}. */
  public String beginPosition() {
    return begin;
  }

  /** Where the WAL is now, as far as it is written. */
  public String position() throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select pg_current_wal_flush_lsn()")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
