package org.casebound.connector.jms.outbound;

import java.time.Duration;
import java.util.Optional;
import org.casebound.connector.base.TransactionMode;

/**
 * How one back office is reached.
 *
 * @param connectionFactory JNDI name
 * @param requestQueue JNDI name, or the broker's own name of the queue
 * @param replyQueue that is named in requests which are answered later; empty when the back office knows it
 * @param deadLetterQueue where the broker puts what nobody could take: JNDI name, or the broker's own; empty when it is not to be shown
 * @param answering how the back office answers
 * @param messageIdAsReference whether the broker's id of the message is the reference, instead of the key
 * @param duplicateProperty property by which the broker recognises a repeated message; empty when it can not
 * @param timeToLive after which the broker drops a request that nobody took; zero for never
 * @param transaction whose transaction a request belongs to
 */
public record JmsSettings(
    String connectionFactory,
    String requestQueue,
    Optional<String> replyQueue,
    Optional<String> deadLetterQueue,
    Answering answering,
    boolean messageIdAsReference,
    Optional<String> duplicateProperty,
    Duration timeToLive,
    TransactionMode transaction) {

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public JmsSettings {
    if (!connectionFactory.startsWith("java:")) {
      throw new IllegalArgumentException("connectionFactory must be a JNDI name that begins with java:");
    }
    if (requestQueue.isBlank()) {
      throw new IllegalArgumentException("requestQueue is missing.");
    }
    if (duplicateProperty.filter(name -> !name.matches("[A-Za-z_$][A-Za-z0-9_$]*")).isPresent()) {
      throw new IllegalArgumentException("duplicateProperty must be the name of a message property.");
    }
    if (transaction == TransactionMode.CALLER && answering == Answering.AT_ONCE) {
      throw new IllegalArgumentException("answering AT_ONCE needs transaction OWN: a request leaves with the commit.");
    }
    if (transaction == TransactionMode.CALLER && deadLetterQueue.isPresent()) {
      throw new IllegalArgumentException("deadLetterQueue needs transaction OWN: give it to a connection definition of that kind.");
    }
    if (timeToLive.isNegative()) {
      throw new IllegalArgumentException("timeToLiveMillis must not be negative.");
    }
  }
}
