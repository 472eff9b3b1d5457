package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.definition.Deadline;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.WorkOffer;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.notice.Changed;
import org.casebound.fulfillment.notice.Topic;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.WorkItemRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.webhook.WebhookOutbox;

/** Offers the work of interactive steps to people and queues and withdraws it. */
@Dependent
class WorkOffers {
  @Inject private WorkItemRepository items;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private DutySeparation separation;
  @Inject private WorkDeadlines deadlines;
  @Inject private CaseHistory history;
  @Inject private WorkNotices notices;
  @Inject private Event<Changed> changed;
  @Inject private ProcessCatalog catalog;
  @Inject private WebhookOutbox outbox;

  void offer(FlowContext context, Step step, Decision.WorkOffered offered) {
    WorkOffer offer = offered.offer();
    boolean known = offer.queue().equals(offered.work().queue()) || catalog.hasQueue(offer.queue());
    WorkItem item =
        new WorkItem(
            ids.next(RecordKind.WORK_ITEM),
            context.flow(),
            step,
            offered.label(),
            offer.user().orElse(null),
            known ? offer.queue() : offered.work().queue(),
            offer.priority().map(Priority::valueOf).orElse(context.workedCase().priority()),
            separation.excludedFrom(offered, context, step),
            context.now());
    records.add(item);
    outbox.work(item, context.flow().processVersion(), context.now());
    changed.fire(new Changed(Topic.WORK));
    offer.user().ifPresent(user -> notices.assigned(item, user, context.actor(), "", context.now()));
    if (!offer.note().isEmpty()) {
      note(context, item, offer.note());
    }
    if (!known) {
      note(context, item, "There is no queue '%s'.".formatted(offer.queue()));
    }
    offered.work().deadline().ifPresent(deadline -> promise(context, item, deadline));
  }

  /** A deadline that can not be counted does not cost the work. */
  private void promise(FlowContext context, WorkItem item, Deadline deadline) {
    try {
      deadlines.promise(item, context.process().bundle(), deadline, context.now());
    } catch (RuleViolation uncountable) {
      note(context, item, "no due date: " + uncountable.getMessage());
    }
  }

  private void note(FlowContext context, WorkItem item, String text) {
    history.workItem(item.caseId(), context.actor(), item.stepName(), item.state(), item.state(), text, context.now());
  }

  void withdraw(FlowContext context, Step step, String reason) {
    for (WorkItem item : openOf(context, step)) {
      WorkItemState before = item.state();
      item.cancel(reason, context.now());
      deadlines.forget(item);
      history.workItem(
          item.caseId(), context.actor(), step.name(), before, item.state(), reason, context.now());
      outbox.work(item, context.flow().processVersion(), context.now());
    }
  }

  /** What was offered in this transaction is not in the database yet. */
  private List<WorkItem> openOf(FlowContext context, Step step) {
    List<WorkItem> open =
        new ArrayList<>(records.of(WorkItem.class).stream().filter(item -> item.stepId() == step.id() && item.isOpen()).toList());
    if (!records.holds(step)) {
      open.addAll(items.openOf(context.workedCase().id(), step.id()));
    }
    return open;
  }
}
