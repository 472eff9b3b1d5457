package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.persistence.InboxRepository;

/** A work item is due soon: it is marked, so that lists show it, its history says so, and whoever has it is told. */
@Dependent
class WorkReminder implements DueTaskHandler {
  @Inject private InboxRepository inbox;
  @Inject private CaseHistory history;
  @Inject private WorkNotices notices;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.WORK_REMINDER;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    inbox.lock(task.subjectId()).filter(WorkItem::isOpen).ifPresent(item -> remind(item, task.name(), now));
  }

  private void remind(WorkItem item, String before, Instant now) {
    item.promise().ifPresent(promise -> item.promise(promise.reminded(now)));
    history.workItem(
        item.caseId(), HistoryEntry.SYSTEM, item.stepName(), item.state(), item.state(), "reminder: due in " + before, now);
    notices.dueSoon(item, before, now);
  }
}
