package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.Step;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** Offers the work of interactive steps to their queues and withdraws it. */
@Dependent
class WorkOffers {
  @Inject private WorkItemRepository items;
  @Inject private CaseHistory history;

  void offer(FlowContext context, Step step, Decision.WorkOffered offered) {
    String excluded = offered.work().separation().notRequester() ? context.workedCase().requester() : null;
    items.add(
        new WorkItem(
            context.flow(),
            step,
            offered.label(),
            offered.work().queue(),
            context.workedCase().priority(),
            excluded,
            context.now()));
  }

  void withdraw(FlowContext context, Step step, String reason) {
    for (WorkItem item : items.openOf(context.workedCase().id(), step.id())) {
      WorkItemState before = item.state();
      item.cancel(reason, context.now());
      history.workItem(
          item.caseId(), context.actor(), step.name(), before, item.state(), reason, context.now());
    }
  }
}
