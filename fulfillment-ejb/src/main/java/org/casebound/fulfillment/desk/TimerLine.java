package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;

/**
 * One due task.
 *
 * @param caseNumber the case that it is about; empty when it is about none
 * @param subject id of the record that it is about, as its kind says
 * @param name tells several tasks of one subject apart; may be empty
 * @param dueAt when it happens; while a node does it, when its lease ends
 * @param failures how often it failed
 * @param message why it failed last; empty when it did not
 */
public record TimerLine(
    long id, DueTaskKind kind, Optional<String> caseNumber, long subject, String name, Instant dueAt, int failures, String message) {
  static TimerLine of(DueTask task) {
    return new TimerLine(
        task.id(),
        task.kind(),
        task.caseId().map(id -> new CaseNumber(id).toString()),
        task.subjectId(),
        task.name(),
        task.dueAt(),
        task.failures(),
        task.message());
  }
}
