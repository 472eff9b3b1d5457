package org.casebound.connector.jdbc.outbound;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.Reply;

/**
 * What a database error means for the caller.
 *
 * <table>
 * <caption>SQL states and outcomes</caption>
 * <tr><th>State</th><th>Before the commit</th><th>At the commit</th></tr>
 * <tr><td>a refusal state</td><td colspan="2">Rejected with code SQL_state</td></tr>
 * <tr><td>08, 57, time-outs</td><td>TRANSIENT; UNKNOWN_OUTCOME while a procedure runs, for it may have committed</td>
 *     <td>UNKNOWN_OUTCOME</td></tr>
 * <tr><td>40 (but 40003), 53, 55</td><td colspan="2">TRANSIENT</td></tr>
 * <tr><td>22, 23, 42 and all others</td><td>PERMANENT</td><td>PERMANENT for 23, else UNKNOWN_OUTCOME</td></tr>
 * </table>
 *
 * @param refusals states, or their beginnings, that are a business no
 */
record SqlStates(List<String> refusals) {
  private static final int LONGEST_MESSAGE = 2000;

  /** An error while a connection is taken: nothing was sent. */
  Reply<Outcome> connecting(SQLException e) {
    boolean wrongUser = state(e).startsWith("28");
    return Reply.brokenBy(
        wrongUser ? Failure.PERMANENT : Failure.TRANSIENT, wrongUser ? "LOGIN_REFUSED" : "CONNECT_FAILED", message(e));
  }

  /** An error before the commit, after which everything is rolled back. */
  Reply<Outcome> beforeCommit(SQLException e, boolean mayHaveCommitted) {
    Optional<Outcome> refusal = refusal(e);
    if (refusal.isPresent()) {
      return Reply.of(refusal.get());
    }
    boolean interrupted = isInterruption(e);
    if (interrupted && mayHaveCommitted) {
      return reply(Failure.UNKNOWN_OUTCOME, e);
    }
    return reply(interrupted || isConflict(e) ? Failure.TRANSIENT : Failure.PERMANENT, e);
  }

  /** An error of the commit itself. */
  Reply<Outcome> atCommit(SQLException e) {
    Optional<Outcome> refusal = refusal(e);
    if (refusal.isPresent()) {
      return Reply.of(refusal.get());
    }
    if (isConflict(e)) {
      return reply(Failure.TRANSIENT, e);
    }
    return reply(isIntegrityViolation(e) ? Failure.PERMANENT : Failure.UNKNOWN_OUTCOME, e);
  }

  static boolean isIntegrityViolation(SQLException e) {
    return e instanceof SQLIntegrityConstraintViolationException || state(e).startsWith("23");
  }

  static String message(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }

  private Optional<Outcome> refusal(SQLException e) {
    return refusals.stream().anyMatch(state(e)::startsWith)
        ? Optional.of(new Outcome.Rejected("SQL_" + state(e), message(e)))
        : Optional.empty();
  }

  private static Reply<Outcome> reply(Failure kind, SQLException e) {
    String code = "SQL_" + (state(e).isEmpty() ? "ERROR" : state(e));
    boolean broken = kind == Failure.UNKNOWN_OUTCOME || isConnectionLoss(e);
    return broken ? Reply.brokenBy(kind, code, message(e)) : Reply.failed(kind, code, message(e));
  }

  private static boolean isInterruption(SQLException e) {
    return isConnectionLoss(e)
        || Stream.of("57", "HYT", "70100").anyMatch(state(e)::startsWith)
        || e instanceof java.sql.SQLTimeoutException;
  }

  private static boolean isConflict(SQLException e) {
    return Stream.of("40", "53", "55").anyMatch(state(e)::startsWith) && !state(e).equals("40003")
        || e instanceof SQLTransientException && !isInterruption(e);
  }

  private static boolean isConnectionLoss(SQLException e) {
    return state(e).startsWith("08")
        || state(e).startsWith("57P")
        || e instanceof SQLRecoverableException
        || e instanceof SQLNonTransientConnectionException;
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
