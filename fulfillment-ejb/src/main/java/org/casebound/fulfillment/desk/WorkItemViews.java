package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Makes the views of work items. */
@Dependent
class WorkItemViews {
  @Inject private CaseRepository cases;
  @Inject private CaseViews caseViews;
  @Inject private StepDefinitions steps;
  @Inject private ProcessCatalog catalog;
  @Inject private NextText next;

  WorkItemSummary summary(WorkItem item, Case about) {
    return new WorkItemSummary(
        item.id(),
        item.label(),
        item.state(),
        item.priority(),
        item.queue(),
        item.assignee(),
        about.number().toString(),
        about.subject(),
        catalog.require(about.processName(), about.processVersion()).process().label(),
        about.requester(),
        item.createdAt());
  }

  WorkItemView of(WorkItem item, Caller caller) {
    StepDefinition.Interactive work = steps.workOf(item);
    Case about = cases.find(item.caseId()).orElseThrow();
    // What was changed in this transaction gets its new version here, not at commit.
    cases.flush();
    String refusal = refusal(item, caller);
    boolean mine = item.assignee().filter(caller.name()::equals).isPresent();
    boolean mayComplete = refusal.isEmpty() && item.state() == WorkItemState.CLAIMED && mine;
    return new WorkItemView(
        item.id(),
        item.label(),
        work.instructions(),
        item.state(),
        item.priority(),
        item.queue(),
        item.assignee(),
        work.outcomes(),
        work.fields(),
        item.outcome(),
        item.comment(),
        item.data().asMap(),
        item.createdAt(),
        item.endedAt(),
        item.version(),
        refusal.isEmpty() && item.state() == WorkItemState.OFFERED,
        mayComplete,
        refusal,
        mayComplete ? next.of(item, work) : Map.of(),
        caseViews.of(about, caller));
  }

  private static String refusal(WorkItem item, Caller caller) {
    if (WorkItemState.TABLE.isFinal(item.state())) {
      return "This work item is %s already.".formatted(item.state().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (!caller.isMemberOf(item.queue())) {
      return "You do not belong to the queue '%s'.".formatted(item.queue());
    }
    if (!item.permits(caller.name())) {
      return "The requester of a case may not work on it; another person must.";
    }
    boolean others =
        item.state() == WorkItemState.CLAIMED && item.assignee().filter(caller.name()::equals).isEmpty();
    return others ? "%s has claimed it.".formatted(item.assignee().orElse("")) : "";
  }
}
