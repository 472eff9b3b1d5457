package org.casebound.connector.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The back office's later answer to an accepted call.
 *
 * @param connector name of the connector that received it; with {@code messageId} it names the message
 * @param messageId the sender's name for this message, the same when it is sent again
 * @param reference the back office's name for the work, as given in {@link Outcome.Accepted}
 * @param correlationKey the idempotency key of the call that it answers
 * @param outcome {@link Outcome.Done}, {@link Outcome.Rejected} or {@link Outcome.Failed}
 * @param sentAt when the sender says that it sent the message
 * @param payload the message as received, JSON text
 */
public record Acknowledgement(
    String connector,
    String messageId,
    Optional<String> reference,
    Optional<String> correlationKey,
    Outcome outcome,
    Instant sentAt,
    String payload) {

  /** @throws IllegalArgumentException when a name is blank, nothing says which call it answers, or the outcome is no final one */
  public Acknowledgement {
    Objects.requireNonNull(sentAt, "sentAt");
    Objects.requireNonNull(payload, "payload");
    if (connector.isBlank() || messageId.isBlank()) {
      throw new IllegalArgumentException("An acknowledgement needs a connector and a message id.");
    }
    if (reference.isEmpty() && correlationKey.isEmpty()) {
      throw new IllegalArgumentException("An acknowledgement needs a reference or an idempotency key.");
    }
    if (outcome instanceof Outcome.Accepted) {
      throw new IllegalArgumentException("An acknowledgement says how the work ended; ACCEPTED is no end.");
    }
  }
}
