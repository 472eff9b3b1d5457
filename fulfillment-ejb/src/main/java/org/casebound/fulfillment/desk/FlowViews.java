package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.NewestRuns;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Values;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.CaseView.AttemptView;
import org.casebound.fulfillment.desk.CaseView.DecisionView;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.StageView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.integration.Payload;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.FlowRepository.Begun;
import org.casebound.fulfillment.persistence.WorkItemRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Makes the views of a case's flows: every stage and step of the definition, begun or not. */
@Dependent
class FlowViews {
  @Inject private AttemptRepository attempts;
  @Inject private WorkItemRepository items;
  @Inject private ProcessCatalog catalog;

  /** Whether people work the case by hand: no flow that fulfills it is under way. */
  static boolean byHand(PublishedProcess process, List<FulfillmentFlow> runs) {
    return runs.stream()
        .noneMatch(flow -> process.isFulfillment(flow.name()) && !FlowState.TABLE.isFinal(flow.state()));
  }

  /** @param begun what was begun of them */
  List<FlowView> of(long caseId, List<FulfillmentFlow> runs, Begun begun, Caller caller) {
    if (runs.isEmpty()) {
      return List.of();
    }
    Records records = new Records(begun, attempts.attemptsOfCase(caseId), items.ofCase(caseId), caller);
    return runs.stream().map(flow -> view(flow, records)).toList();
  }

  private FlowView view(FulfillmentFlow flow, Records records) {
    Orchestration definition =
        catalog.require(flow.processName(), flow.processVersion()).machine(flow).definition();
    NewestRuns newest = records.newestOf(flow);
    ProcessBundle bundle = catalog.require(flow.processName(), flow.processVersion()).bundle();
    List<StageView> stages =
        definition.stages().stream().map(stage -> view(flow, stage, newest, records, bundle)).toList();
    return new FlowView(
        flow.id(), flow.name(), definition.label(), flow.state(), flow.startedAt(), flow.endedAt(), stages);
  }

  private static StageView view(
      FulfillmentFlow flow, StageDefinition stage, NewestRuns newest, Records records, ProcessBundle bundle) {
    List<StepView> steps =
        stage.steps().stream()
            .map(
                step ->
                    Optional.ofNullable(newest.steps().get(step.name()))
                        .map(run -> view(run, step, records, bundle))
                        .orElseGet(() -> notBegun(step)))
            .toList();
    StageState state =
        Optional.ofNullable(newest.stages().get(stage.name()))
            .map(Stage::state)
            .orElseGet(() -> straightThrough(flow, stage));
    return new StageView(stage.name(), stage.label(), state, steps);
  }

  /** A straight-through flow keeps no stage of its own; what is shown as one is the flow itself. */
  private static StageState straightThrough(FulfillmentFlow flow, StageDefinition stage) {
    return stage.name().equals(flow.name()) ? StageState.valueOf(flow.state().name()) : StageState.NOT_STARTED;
  }

  private static StepView view(Step run, StepDefinition step, Records records, ProcessBundle bundle) {
    List<StepAttempt> tries = records.attempts().stream().filter(a -> a.stepId() == run.id()).toList();
    Optional<StepAttempt> kept =
        tries.stream().filter(a -> a.state() == AttemptState.PLANNED && !a.message().isEmpty()).findFirst();
    return new StepView(
        step.name(),
        step.label(),
        kind(step),
        run.state(),
        run.outcome(),
        kept.map(StepAttempt::message).orElse(run.reason()),
        Optional.of(run.startedAt()),
        run.endedAt(),
        tries.isEmpty() ? Optional.empty() : tries.get(tries.size() - 1).dueAt(),
        records.item(run.id()).map(WorkItem::id),
        tries.stream().map(each -> view(each, records.caller(), bundle)).toList(),
        records.decisionsOf(run.id(), step));
  }

  private static StepView notBegun(StepDefinition step) {
    return new StepView(
        step.name(),
        step.label(),
        kind(step),
        StepState.NOT_STARTED,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static AttemptView view(StepAttempt attempt, Caller caller, ProcessBundle bundle) {
    return new AttemptView(
        attempt.number(),
        attempt.element(),
        attempt.integration(),
        attempt.idempotencyKey(),
        attempt.state().name(),
        attempt.message(),
        payload(attempt, caller, bundle).asMap(),
        attempt.startedAt(),
        attempt.endedAt());
  }

  /** Those who asked for the service are not shown how it is done. */
  private static Values payload(StepAttempt attempt, Caller caller, ProcessBundle bundle) {
    if (!caller.works() && !caller.seesEverything()) {
      return Values.EMPTY;
    }
    return caller.seesPersonalData()
        ? attempt.payload()
        : bundle
            .integration(attempt.integration())
            .map(definition -> Payload.withoutPersonalData(definition, attempt.payload()))
            .orElse(Values.EMPTY);
  }

  private static DecisionView decision(WorkItem item, StepDefinition step) {
    List<String> ticked = item.answer().ticked();
    List<StepDefinition.Check> checks = step.work() instanceof StepDefinition.Interactive work ? work.checks().all() : List.of();
    return new DecisionView(
        item.assignee().orElse(""),
        item.onBehalfOf(),
        item.answer().outcome().orElse(""),
        item.endedAt(),
        checks.stream().filter(check -> ticked.contains(check.name())).map(StepDefinition.Check::label).toList());
  }

  private static String kind(StepDefinition step) {
    return step.work() instanceof StepDefinition.Interactive ? "interactive" : "background";
  }

  /** What was read of all flows of the case. */
  private record Records(Begun begun, List<StepAttempt> attempts, List<WorkItem> items, Caller caller) {
    NewestRuns newestOf(FulfillmentFlow flow) {
      Begun own = begun.of(flow);
      return NewestRuns.of(own.stages(), own.steps());
    }

    /** How people decided a step; those who asked for the service are not shown how it is done. */
    List<DecisionView> decisionsOf(long stepId, StepDefinition step) {
      if (!caller.works() && !caller.seesEverything()) {
        return List.of();
      }
      return items.stream()
          .filter(item -> item.stepId() == stepId && item.state() == WorkItemState.COMPLETED)
          .map(item -> decision(item, step))
          .toList();
    }

    /** The newest item of a step: one that needs several people has had others before. */
    Optional<WorkItem> item(long stepId) {
      return items.stream().filter(item -> item.stepId() == stepId).reduce((older, newer) -> newer);
    }
  }
}
