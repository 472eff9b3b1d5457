package org.casebound.connector.jdbc.outbound;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;
import org.casebound.connector.base.TransactionMode;

/** One statement and its key in one transaction, its own or the caller's. Used once, by one thread. */
final class JdbcCall {
  private final Connection connection;
  private final SqlStatement statement;
  private final Call call;
  private final Optional<KeyTable> keys;
  private final SqlStates states;
  private final int maxRows;
  private final boolean own;

  JdbcCall(
      Connection connection,
      SqlStatement statement,
      Call call,
      Optional<KeyTable> keys,
      SqlStates states,
      JdbcSettings settings) {
    this.connection = connection;
    this.statement = statement;
    this.call = call;
    this.keys = keys;
    this.states = states;
    this.maxRows = settings.maxRows();
    this.own = settings.transaction() == TransactionMode.OWN;
  }

  /** Commits its own transaction, or leaves it to the caller to roll back. */
  Reply<Outcome> run(PointOfNoReturn point) {
    Map<String, Object> result;
    try {
      if (keys.isPresent() && !keys.get().take(connection, call.key(), KeyTable.hash(call))) {
        return earlier(keys.get());
      }
      // In some databases a procedure may commit by itself.
      if (own && statement.isCall() && !point.pass()) {
        return tooLate();
      }
      result = execute();
      if (keys.isPresent()) {
        keys.get().keep(connection, call.key(), result);
      }
    } catch (SQLException e) {
      return states.beforeCommit(e, point.isPassed());
    }
    if (!point.pass()) {
      return tooLate();
    }
    try {
      if (own) {
        connection.commit();
      }
    } catch (SQLException e) {
      return states.atCommit(e);
    }
    return Reply.of(new Outcome.Done(result));
  }

  private Map<String, Object> execute() throws SQLException {
    try (PreparedStatement prepared = prepare()) {
      prepared.setQueryTimeout((int) Math.max(1, call.timeout().toSeconds()));
      prepared.setMaxRows(maxRows + 1);
      List<Parameter> parameters = statement.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        parameters.get(i).bind(prepared, i + 1, call.input());
      }
      return new Results(maxRows).execute(prepared, parameters);
    }
  }

  private PreparedStatement prepare() throws SQLException {
    return statement.isCall()
        ? connection.prepareCall(statement.sql())
        : connection.prepareStatement(statement.sql());
  }

  private Reply<Outcome> earlier(KeyTable table) throws SQLException {
    Optional<KeyTable.Entry> entry = table.find(connection, call.key());
    if (entry.isEmpty()) {
      return Reply.failed(Failure.TRANSIENT, "KEY_BUSY", "Another call with this key was just rolled back.");
    }
    if (!entry.get().requestHash().equals(KeyTable.hash(call))) {
      return Reply.failed(Failure.PERMANENT, "KEY_REUSED", "The key was used for another statement or other values.");
    }
    return entry.get().result()
        .map(result -> Reply.<Outcome>of(new Outcome.Done(result)))
        .orElseGet(() -> Reply.failed(
            Failure.UNKNOWN_OUTCOME, "KEY_IN_DOUBT", "An earlier call with this key began and its end is not known."));
  }

  private static Reply<Outcome> tooLate() {
    return Reply.failed(Failure.TRANSIENT, "TIMEOUT_BEFORE_EFFECT", "The caller did not wait any longer.");
  }
}
