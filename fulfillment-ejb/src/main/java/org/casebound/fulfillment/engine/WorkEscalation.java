package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.definition.Deadline;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.persistence.InboxRepository;

/** A work item is late: its priority rises, it moves to another queue, somebody is told, and its history says why. */
@Dependent
class WorkEscalation implements DueTaskHandler {
  @Inject private InboxRepository inbox;
  @Inject private StepDefinitions steps;
  @Inject private CaseHistory history;
  @Inject private WorkNotices notices;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.WORK_ESCALATION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    inbox
        .lock(task.subjectId())
        .filter(WorkItem::isOpen)
        .ifPresent(item -> steps.workOf(item).deadline().flatMap(Deadline::escalation).ifPresent(late -> escalate(item, late, now)));
  }

  private void escalate(WorkItem item, Deadline.Escalation late, Instant now) {
    WorkItemState before = item.state();
    List<String> what = new ArrayList<>();
    late.priority()
        .filter(higher -> higher.compareTo(item.priority()) > 0)
        .ifPresent(
            higher -> {
              item.prioritize(HistoryEntry.SYSTEM, true, higher);
              what.add("priority " + higher);
            });
    late.queue()
        .ifPresent(
            queue -> {
              item.moveTo(HistoryEntry.SYSTEM, true, queue);
              what.add("queue " + queue);
            });
    history.workItem(
        item.caseId(), HistoryEntry.SYSTEM, item.stepName(), before, item.state(), "late: " + String.join(", ", what), now);
    late.tell().ifPresent(whom -> notices.late(item, whom, now));
  }
}
