package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.Step;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** Offers the work of interactive steps to their queues and withdraws it. */
@Dependent
class WorkOffers {
  @Inject private WorkItemRepository items;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private CaseHistory history;

  void offer(FlowContext context, Step step, Decision.WorkOffered offered) {
    String excluded = offered.work().separation().notRequester() ? context.workedCase().requester() : null;
    records.add(
        new WorkItem(
            ids.next(RecordKind.WORK_ITEM),
            context.flow(),
            step,
            offered.label(),
            offered.work().queue(),
            context.workedCase().priority(),
            excluded,
            context.now()));
  }

  void withdraw(FlowContext context, Step step, String reason) {
    for (WorkItem item : openOf(context, step)) {
      WorkItemState before = item.state();
      item.cancel(reason, context.now());
      history.workItem(
          item.caseId(), context.actor(), step.name(), before, item.state(), reason, context.now());
    }
  }

  /** The work of a step that began in this transaction is not in the database yet. */
  private List<WorkItem> openOf(FlowContext context, Step step) {
    return records.holds(step)
        ? records.of(WorkItem.class).stream().filter(item -> item.stepId() == step.id()).toList()
        : items.openOf(context.workedCase().id(), step.id());
  }
}
