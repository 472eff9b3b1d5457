package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.domain.workitem.Hold;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.InboxRepository;

/**
 * Work that "get next" gave to a person goes back to its queue when he shows no sign of life: his answer got lost, or he left. Each such
 * item has one task; a renewed lease moves it on when it is due.
 */
@Dependent
public class WorkLease implements DueTaskHandler {
  @Inject private InboxRepository inbox;
  @Inject private CaseHistory history;
  @Inject private DueTaskPlans plans;
  @Inject private FulfillmentSettings settings;

  /** When a lease that begins now ends. */
  public Instant end(Instant now) {
    return now.plus(settings.workLease());
  }

  /** Looks at the item again when its lease ends. Works in the caller's transaction. */
  public void watch(WorkItem item) {
    item.hold()
        .flatMap(Hold::leaseUntil)
        .ifPresent(until -> plans.plan(kind(), item.caseId(), item.id(), "", until, Values.EMPTY));
  }

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.WORK_LEASE;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    inbox.lock(task.subjectId()).filter(WorkItem::isOpen).ifPresent(item -> look(item, now));
  }

  private void look(WorkItem item, Instant now) {
    String had = item.assignee().orElse("");
    if (item.expire(now)) {
      history.workItem(
          item.caseId(), HistoryEntry.SYSTEM, item.stepName(), WorkItemState.CLAIMED, item.state(), "no sign of life of " + had, now);
    } else {
      watch(item);
    }
  }
}
