package org.casebound.fulfillment.notice;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;

/**
 * One thing that a person was told.
 *
 * @param queue the queue that was told; empty when the person was
 */
public record NoticeView(
    long id,
    String caseNumber,
    Optional<String> queue,
    String subject,
    String text,
    Instant createdAt,
    Optional<Instant> readAt) {
  static NoticeView of(Notification told) {
    return new NoticeView(
        told.id(),
        new CaseNumber(told.caseId()).toString(),
        Optional.of(told.recipient()).filter(name -> told.kind() == Notification.Recipient.QUEUE),
        told.subject(),
        told.text(),
        told.createdAt(),
        told.readAt());
  }
}
