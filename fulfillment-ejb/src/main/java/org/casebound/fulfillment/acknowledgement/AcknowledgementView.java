package org.casebound.fulfillment.acknowledgement;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.ReplyState;

/**
 * One line of the reply inbox; the answer itself is not shown, it may hold personal data.
 *
 * @param copies how often the same message came again
 * @param attemptId the try that it answered: the id of a line of the effect ledger
 * @param handledBy the person who matched or discarded it
 * @param handledWhy why
 */
public record AcknowledgementView(
    long id,
    String connector,
    String messageId,
    Optional<String> reference,
    Optional<String> idempotencyKey,
    ReplyState state,
    Instant receivedAt,
    Optional<Instant> matchedAt,
    int copies,
    Optional<Long> attemptId,
    Optional<String> handledBy,
    Optional<String> handledWhy) {
  static AcknowledgementView of(ReplyInboxEntry entry) {
    return new AcknowledgementView(
        entry.id(),
        entry.connector(),
        entry.messageId(),
        entry.reference(),
        entry.idempotencyKey(),
        entry.state(),
        entry.receivedAt(),
        entry.matchedAt(),
        entry.copies(),
        entry.attemptId(),
        entry.handledBy(),
        entry.handledWhy());
  }
}
