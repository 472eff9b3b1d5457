package org.casebound.fulfillment.acknowledgement;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.ReplyState;

/** One line of the reply inbox; the answer itself is not shown, it may hold personal data. */
public record AcknowledgementView(
    long id,
    String connector,
    String messageId,
    Optional<String> reference,
    Optional<String> idempotencyKey,
    ReplyState state,
    Instant receivedAt,
    Optional<Instant> matchedAt) {
  static AcknowledgementView of(ReplyInboxEntry entry) {
    return new AcknowledgementView(
        entry.id(),
        entry.connector(),
        entry.messageId(),
        entry.reference(),
        entry.idempotencyKey(),
        entry.state(),
        entry.receivedAt(),
        entry.matchedAt());
  }
}
