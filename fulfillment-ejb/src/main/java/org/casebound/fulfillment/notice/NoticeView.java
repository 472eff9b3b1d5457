package org.casebound.fulfillment.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casebound.domain.cases.CaseNumber;

/**
 * One thing that a person was told.
 *
 * @param caseNumber the case that it is about; empty when it is about something else
 * @param process the process that it is about; empty when it is about something else
 * @param webhook the webhook that it is about; empty when it is about something else
 * @param queue the queue that was told; empty when the person was
 * @param queueLabel what people call that queue; empty when the person was told
 */
public record NoticeView(
    long id,
    Optional<String> caseNumber,
    Optional<String> process,
    Optional<String> webhook,
    Optional<String> queue,
    Optional<String> queueLabel,
    String subject,
    String text,
    Instant createdAt,
    Optional<Instant> readAt) {
  static NoticeView of(Notification told, UnaryOperator<String> label) {
    Optional<String> queue = Optional.of(told.recipient()).filter(name -> told.kind() == Notification.Recipient.QUEUE);
    return new NoticeView(
        told.id(),
        told.about().caseId().map(id -> new CaseNumber(id).toString()),
        told.about().process(),
        told.about().webhook(),
        queue,
        queue.map(label),
        told.subject(),
        told.text(),
        told.createdAt(),
        told.readAt());
  }
}
