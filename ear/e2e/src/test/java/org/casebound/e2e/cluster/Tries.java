package org.casebound.e2e.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.jspecify.annotations.Nullable;

/** The tries of calls, as the database of a cluster has them. */
record Tries(String database) {

  private static final String COLUMNS =
      "select a.id, a.flow_id, a.attempt_number, a.idempotency_key, a.state, coalesce(a.lease_owner, ''), a.due_at, a.started_at, a.ended_at"
          + " from step_attempt a";

  /**
   * One try.
   *
   * @param owner run of the node that holds the lease; empty when nobody does
   * @param due end of the lease, or when it may run
   */
  record Try(
      long id, long flow, int number, String key, String state, String owner, Optional<Instant> due, Instant started, Optional<Instant> ended) {}

  /** All tries for cases, oldest first. */
  List<Try> of(Collection<String> caseNumbers) {
    return read(
        COLUMNS + " where a.case_id = any (?) order by a.started_at, a.attempt_number",
        statement ->
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", caseNumbers.stream().map(Tries::id).toArray())));
  }

  /** All tries that there are. */
  List<Try> all() {
    return read(COLUMNS, statement -> {});
  }

  /** What runs now on a node. */
  List<Try> runningOn(String node) {
    return read(COLUMNS + " where a.state = 'RUNNING' and a.lease_owner like ?", statement -> statement.setString(1, node + "/%"));
  }

  /** A transaction of the test's own, in which the statement was executed; it holds its locks until it is ended or closed. */
  Connection holding(String sql) {
    try {
      Connection connection = EmbeddedPostgresDatabase.shared().connect(database);
      connection.createStatement().execute("set idle_in_transaction_session_timeout = 0");
      connection.setAutoCommit(false);
      connection.createStatement().execute(sql);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Sessions of the cluster that wait until another session gives up a lock. */
  int sessionsWaitingForALock() {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(database);
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private List<Try> read(String sql, Parameters parameters) {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      List<Try> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Try(
                  row.getLong(1),
                  row.getLong(2),
                  row.getInt(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  time(row.getObject(7, OffsetDateTime.class)),
                  row.getObject(8, OffsetDateTime.class).toInstant(),
                  time(row.getObject(9, OffsetDateTime.class))));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Long id(String caseNumber) {
    return CaseNumber.parse(caseNumber).orElseThrow().id();
  }

  private static Optional<Instant> time(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
