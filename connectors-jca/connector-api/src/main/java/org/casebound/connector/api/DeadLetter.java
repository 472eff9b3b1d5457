package org.casebound.connector.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that nobody could take, as a broker keeps it.
 *
 * @param id the broker's name of the message, not blank
 * @param sentAt when it was sent
 * @param queue that it could not be taken from; empty text when the broker does not say
 * @param reason why it is there, in a sentence for an operator; may be empty
 * @param idempotencyKey the key of the call that it makes or answers
 * @param correlationId what it carries for people to follow it by, such as the number of a case
 * @param content the message as it is, which may hold personal data; empty when it is no text
 */
public record DeadLetter(
    String id,
    Instant sentAt,
    String queue,
    String reason,
    Optional<String> idempotencyKey,
    Optional<String> correlationId,
    String content) {

  public DeadLetter {
    if (id.isBlank()) {
      throw new IllegalArgumentException("A dead letter needs an id.");
    }
    Objects.requireNonNull(sentAt, "sentAt");
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(content, "content");
  }

  /** Nothing of the content, which may hold personal data. */
  @Override
  public String toString() {
    return "DeadLetter[" + id + " of " + queue + "]";
  }
}
