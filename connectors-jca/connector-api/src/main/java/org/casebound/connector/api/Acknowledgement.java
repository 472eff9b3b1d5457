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
  private static final String UNREADABLE = "unreadable ";

  /** @throws IllegalArgumentException when a name is blank, nothing says which call it answers, or the outcome is no final one */
  public Acknowledgement {
    Objects.requireNonNull(sentAt, "sentAt");
    Objects.requireNonNull(payload, "payload");
    if (connector.isBlank() || messageId.isBlank()) {
      throw new IllegalArgumentException("An acknowledgement needs a connector and a message id.");
    }
    messageId = StorableText.of(messageId);
    reference = reference.map(StorableText::of);
    correlationKey = correlationKey.map(StorableText::of);
    if (reference.isEmpty() && correlationKey.isEmpty()) {
      throw new IllegalArgumentException("An acknowledgement needs a reference or an idempotency key.");
    }
    if (outcome instanceof Outcome.Accepted) {
      throw new IllegalArgumentException("An acknowledgement says how the work ended; ACCEPTED is no end.");
    }
  }

  /**
   * What came in no known form, for an inbound way whose sender learns nothing: it is kept under a key that no call has, so that it is
   * listed for a person and ends no step by itself.
   *
   * @param why what is wrong with it, in a sentence
   */
  public static Acknowledgement unreadable(String connector, String messageId, String why, Instant sentAt, String payload) {
    Outcome outcome = new Outcome.Failed(Failure.PERMANENT, "REPLY_UNREADABLE", why, Optional.empty());
    return new Acknowledgement(
        connector, messageId, Optional.empty(), Optional.of(UNREADABLE + messageId), outcome, sentAt, payload);
  }

  /** Whether this is {@link #unreadable}. */
  public boolean isUnreadable() {
    return correlationKey.filter((UNREADABLE + messageId)::equals).isPresent();
  }
}
