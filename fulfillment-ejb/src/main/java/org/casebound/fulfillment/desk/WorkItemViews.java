package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.workitem.Promise;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.engine.FlowOutlook;
import org.casebound.fulfillment.engine.StepDefinitions;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Makes the views of work items. */
@Dependent
class WorkItemViews {
  @Inject private CaseRepository cases;
  @Inject private CaseViews caseViews;
  @Inject private StepDefinitions steps;
  @Inject private Substitutes substitutes;
  @Inject private ProcessCatalog catalog;
  @Inject private NextSteps next;
  @Inject private WorkCheckViews checks;
  @Inject private FlowEngine engine;

  /** Of an item whose case is in hand, or is read. */
  WorkItemSummary summary(WorkItem item) {
    return summary(item, cases.find(item.caseId()).orElseThrow());
  }

  WorkItemSummary summary(WorkItem item, Case about) {
    return new WorkItemSummary(
        item.id(),
        item.label(),
        item.state(),
        item.priority(),
        item.queue(),
        item.assignee(),
        item.onBehalfOf(),
        item.promise().flatMap(Promise::dueAt),
        item.promise().flatMap(Promise::timeLeft).isPresent(),
        item.promise().flatMap(Promise::remindedAt).isPresent(),
        about.number().toString(),
        about.subject(),
        catalog.require(about.processName(), about.processVersion()).process().label(),
        about.requester(),
        item.createdAt());
  }

  WorkItemView of(WorkItem item, Caller caller) {
    // What was changed in this transaction gets its new version here, not at commit.
    cases.flush();
    CaseViews.CaseFile file = caseViews.fileOf(item.caseId());
    Case about = file.filed().workedCase();
    StepDefinition.Interactive work = steps.workOf(item);
    String refusal = refusal(item, caller);
    boolean mine = item.assignee().filter(caller.name()::equals).isPresent();
    boolean claimed = item.state() == WorkItemState.CLAIMED;
    boolean mayComplete = refusal.isEmpty() && claimed && mine;
    FulfillmentFlow flow = file.runs().stream().filter(run -> run.id() == item.flowId()).findFirst().orElseThrow();
    boolean looksAhead = mayComplete || item.isOpen() && !work.checks().compare().isEmpty();
    Optional<FlowOutlook> outlook = looksAhead ? Optional.of(engine.outlook(flow, file.filed(), file.begun().of(flow))) : Optional.empty();
    boolean actedFor = item.onBehalfOf().filter(caller.name()::equals).isPresent();
    return new WorkItemView(
        item.id(),
        item.label(),
        work.instructions(),
        item.state(),
        item.priority(),
        item.queue(),
        item.assignee(),
        item.onBehalfOf(),
        item.promise().flatMap(Promise::dueAt),
        item.promise().flatMap(Promise::timeLeft),
        work.outcomes(),
        catalog.offered(work.fields()),
        outlook
            .map(seen -> checks.open(item, work.checks(), seen, attributes(about), caller))
            .orElseGet(() -> WorkCheckViews.ended(item, work.checks())),
        item.answer().outcome(),
        item.answer().comment(),
        item.answer().data().asMap(),
        item.createdAt(),
        item.endedAt(),
        item.version(),
        refusal.isEmpty() && !(claimed && mine),
        mayComplete,
        item.isOpen() && (caller.is(Caller.LEAD) || claimed && (mine || actedFor)),
        refusal,
        mayComplete ? next.of(item, work, flow, outlook.orElseThrow()) : Map.of(),
        caseViews.of(file, caller));
  }

  private List<AttributeDefinition> attributes(Case about) {
    return catalog.require(about.processName(), about.processVersion()).process().attributes();
  }

  /** Why the caller may not work the item now; empty when he may. */
  String refusal(WorkItem item, Caller caller) {
    if (!item.isOpen()) {
      return "This work item is %s already.".formatted(item.state().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (!item.permits(caller.name())) {
      return "You may not work on it (separation of duties); another person must.";
    }
    Optional<String> other = item.assignee().filter(person -> !person.equals(caller.name()));
    if (other.isEmpty()) {
      boolean may = item.assignee().isPresent() || caller.isMemberOf(item.queue());
      return may ? "" : "You do not belong to the queue '%s'.".formatted(item.queue());
    }
    if (substitutes.absentFor(caller, item).isPresent()) {
      return "";
    }
    return (item.state() == WorkItemState.CLAIMED ? "%s has claimed it." : "It is offered to %s alone.").formatted(other.get());
  }
}
