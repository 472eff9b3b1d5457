package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowMigration;
import org.casebound.domain.flow.FlowMigration.Moved;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.MigrationPlan;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.WorkItemRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Moves one flow to another version of its definition. Works in the caller's transaction, under the flow's lock. */
@Dependent
class FlowMover {
  @Inject private FlowEngine engine;
  @Inject private FlowRepository flows;
  @Inject private AttemptRepository attempts;
  @Inject private WorkItemRepository items;
  @Inject private ProcessCatalog catalog;
  @Inject private StepTimers timers;
  @Inject private CaseHistory history;

  /**
   * Moves the flow, unless it can not be moved; then it goes on untouched. A flow in progress then asks the conditions of the new
   * version.
   *
   * @return why it can not be moved, in words; empty when it was
   */
  List<String> move(FulfillmentFlow flow, int toVersion, MigrationPlan plan, String actor, String reason) {
    FlowContext context = engine.load(flow, actor);
    PublishedProcess to = catalog.require(flow.processName(), toVersion);
    FlowMigration.Result result =
        new FlowMigration(context.process().machine(flow), to.machine(flow), plan)
            .of(context.snapshot());
    List<StepAttempt> calls = attempts.openOfFlow(flow.id());
    List<String> problems = new ArrayList<>(result.problems());
    calls.stream()
        .filter(call -> ActionIntegration.find(to.bundle(), call.integration()).isEmpty())
        .forEach(
            call ->
                problems.add(
                    "Step '%s' has a call of '%s' under way, an integration that the new version does not have."
                        .formatted(call.stepName(), call.integration())));
    if (!problems.isEmpty()) {
      return problems;
    }
    int fromVersion = flow.processVersion();
    flow.migrate(toVersion, result.stage());
    flows.stagesOf(flow.id()).forEach(stage -> stage.rename(plan.stage(stage.name())));
    context.steps().forEach(step -> move(context, step, result, calls));
    history.migrated(flow, actor, fromVersion, toVersion, reason, context.now());
    if (flow.state() == FlowState.IN_PROGRESS) {
      engine.on(flow, new FlowEvent.Rechecked(), actor);
    }
    return List.of();
  }

  private void move(FlowContext context, Step step, FlowMigration.Result result, List<StepAttempt> calls) {
    Moved moved = result.steps().get(step.name());
    if (moved == null) {
      return;
    }
    calls.stream().filter(call -> call.stepId() == step.id()).forEach(call -> call.rename(moved.name()));
    items.openOf(context.workedCase().id(), step.id()).forEach((WorkItem item) -> item.rename(moved.name()));
    timers.rename(context, step.name(), moved.name());
    step.move(moved.stage(), moved.name(), moved.position());
  }
}
