package org.casebound.fulfillment.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowSnapshot;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.NewestRuns;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.flow.StepSnapshot;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.studio.PublishedProcess;

/** A flow with everything that one event may change, loaded under the flow's lock or still in hand from the event before. Lives for one transaction. */
final class FlowContext {
  private final FulfillmentFlow flow;
  private final Case workedCase;
  private final ServiceCatalogRequest request;
  private final PublishedProcess process;
  private final List<Stage> stageRuns;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final Map<String, Integer> entries = new LinkedHashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final List<DecidedCall> calls = new ArrayList<>();
  private final Set<Long> resumed = new HashSet<>();
  private final String actor;
  private final Instant now;
  private boolean mayRefuse;
  private Optional<StepAttempt> answered = Optional.empty();

  /**
   * @param stages all runs of the flow's stages
   * @param steps all runs of the flow's steps
   */
  FlowContext(
      FulfillmentFlow flow,
      Case workedCase,
      ServiceCatalogRequest request,
      PublishedProcess process,
      List<Stage> stages,
      List<Step> steps,
      String actor,
      Instant now) {
    this.flow = flow;
    this.workedCase = workedCase;
    this.request = request;
    this.process = process;
    this.stageRuns = new ArrayList<>(stages);
    NewestRuns newest = NewestRuns.of(stages, steps);
    this.stages.putAll(newest.stages());
    this.entries.putAll(newest.entries());
    this.steps.putAll(newest.steps());
    this.actor = actor;
    this.now = now;
  }

  FlowSnapshot snapshot() {
    Map<String, StageState> stageStates = new LinkedHashMap<>();
    stages.forEach((name, stage) -> stageStates.put(name, stage.state()));
    if (!staged()) {
      flow.stage().ifPresent(name -> stageStates.put(name, stageStateOf(flow.state())));
    }
    Map<String, StepSnapshot> stepStates = new LinkedHashMap<>();
    steps.forEach((name, step) -> stepStates.put(name, step.snapshot()));
    return new FlowSnapshot(
        flow.state(),
        flow.stage(),
        stageStates,
        entries,
        stepStates,
        caseFacts(workedCase),
        requestFacts(process, workedCase, request),
        flow.variables(),
        workedCase.status() == CaseStatus.CLOSED);
  }

  /** Whether the flow has stages of its own; a straight-through flow keeps none. */
  boolean staged() {
    return process.hasStages(flow.name());
  }

  private static StageState stageStateOf(FlowState state) {
    return switch (state) {
      case NOT_STARTED -> StageState.NOT_STARTED;
      case IN_PROGRESS -> StageState.IN_PROGRESS;
      case SUSPENDED -> StageState.SUSPENDED;
      case COMPLETED -> StageState.COMPLETED;
      case CANCELED -> StageState.CANCELED;
      case ERROR -> StageState.ERROR;
    };
  }

  /** What expressions see as {@code case}. */
  static Values caseFacts(Case seen) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", seen.id());
    facts.put("number", seen.number().toString());
    facts.put("subject", seen.subject());
    facts.put("status", seen.status().name());
    facts.put("priority", seen.priority().name());
    facts.put("requester", seen.requester());
    facts.put("process", seen.processName());
    return new Values(facts);
  }

  /** What expressions see as {@code request}: extended attributes, and base attributes from where they are bound. */
  static Values requestFacts(PublishedProcess process, Case seen, ServiceCatalogRequest request) {
    Map<String, Object> base = new LinkedHashMap<>();
    for (AttributeDefinition attribute : process.process().attributes()) {
      attribute.binding().ifPresent(field -> base.put(attribute.name(), boundValue(field, seen)));
    }
    return request.attributes().with(base);
  }

  /** The value of a field of the case that a base attribute is bound to. */
  static Object boundValue(String field, Case seen) {
    return field.equals("case.priority") ? seen.priority().name() : seen.subject();
  }

  FulfillmentFlow flow() {
    return flow;
  }

  Case workedCase() {
    return workedCase;
  }

  ServiceCatalogRequest request() {
    return request;
  }

  PublishedProcess process() {
    return process;
  }

  String actor() {
    return actor;
  }

  Instant now() {
    return now;
  }

  Optional<Stage> stage() {
    return flow.stage().map(stages::get);
  }

  Optional<Step> step(String name) {
    return Optional.ofNullable(steps.get(name));
  }

  List<Step> steps() {
    return List.copyOf(steps.values());
  }

  /** The flow runs in the transaction of the change that started it, and may refuse that. */
  FlowContext mayRefuse() {
    mayRefuse = true;
    return this;
  }

  boolean refuses(Decision.StepFailed failed) {
    return mayRefuse && failed.refusing();
  }

  /** The event tells how a call ended. */
  void answered(StepAttempt call) {
    answered = Optional.of(call);
  }

  /** Through which connector the call of the step went whose end the event tells; empty text when it tells of none. */
  String connectorOf(String step) {
    return answered.filter(call -> call.stepName().equals(step)).map(StepAttempt::connector).orElse("");
  }

  void add(Stage stage) {
    stageRuns.add(stage);
    stages.put(stage.name(), stage);
  }

  /** A stage that is entered again begins all its steps anew. */
  void forget(List<String> names) {
    steps.keySet().removeAll(names);
  }

  void add(Step step) {
    steps.put(step.name(), step);
  }

  /** A person resumed the step in this transaction. */
  void resumed(Step step) {
    resumed.add(step.id());
  }

  boolean isResumed(Step step) {
    return resumed.contains(step.id());
  }

  /** A call that was decided, with its try. */
  record DecidedCall(CallTask task, StepAttempt attempt) {}

  void add(CallTask task, StepAttempt attempt) {
    calls.add(new DecidedCall(task, attempt));
  }

  /** The calls that were decided and not withdrawn again. */
  List<DecidedCall> calls() {
    return calls.stream().filter(call -> call.attempt().open()).toList();
  }

  boolean sharesCase(FlowContext other) {
    return workedCase.id() == other.workedCase.id();
  }

  /** Everything, for the one who records the outcome of the call. */
  FlowInHand inHand(DecidedCall call) {
    return new FlowInHand(
        flow, workedCase, request, List.copyOf(stageRuns), List.copyOf(steps.values()), call.attempt());
  }
}
