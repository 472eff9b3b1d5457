package org.casebound.connector.jms.outbound;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.TransactionRolledBackException;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.Reply;

/** What a JMS error means for the caller. Before the commit nothing was passed on. */
final class JmsErrors {
  private static final String DUPLICATE = "ActiveMQDuplicateIdException";

  private JmsErrors() {}

  static Reply<Outcome> beforeCommit(JMSException e) {
    if (e instanceof JMSSecurityException) {
      return Reply.brokenBy(Failure.PERMANENT, "LOGIN_REFUSED", message(e));
    }
    if (e instanceof InvalidDestinationException) {
      return Reply.brokenBy(Failure.TRANSIENT, "QUEUE_MISSING", message(e));
    }
    return Reply.brokenBy(Failure.TRANSIENT, "NOT_SENT", message(e));
  }

  static Reply<Outcome> atCommit(JMSException e) {
    Failure kind = e instanceof TransactionRolledBackException ? Failure.TRANSIENT : Failure.UNKNOWN_OUTCOME;
    return Reply.brokenBy(kind, "COMMIT_FAILED", message(e));
  }

  static Reply<Outcome> whileWaiting(String message) {
    return Reply.brokenBy(Failure.UNKNOWN_OUTCOME, "NO_ANSWER", message);
  }

  /** Whether Artemis dropped a message because it has one with the same duplicate id. */
  static boolean isDuplicate(JMSException e) {
    return e.getCause() != null && DUPLICATE.equals(e.getCause().getClass().getSimpleName());
  }

  static String message(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
