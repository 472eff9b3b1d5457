package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;

/**
 * One event's way through the machine: collects decisions and keeps the snapshot that they lead to. Lives for one call of
 * {@link FlowMachine#decide}.
 *
 * <p>While a flow has failed, what can go on in its stage goes on; but no stage ends and none begins until a person resumes it.
 */
final class FlowRun {
  /** How often one event may enter the same stage before the flow is taken to be going in circles. */
  static final int MAX_ENTRIES_PER_EVENT = 16;

  private static final String FAULT = StepSnapshot.KEPT + "fault";

  private final Orchestration definition;
  private final Map<String, Program> programs;
  private final Expressions expressions;
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, Integer> entries = new HashMap<>();
  private FlowSnapshot snapshot;

  FlowRun(
      Orchestration definition,
      Map<String, Program> programs,
      Expressions expressions,
      FlowSnapshot snapshot) {
    this.definition = definition;
    this.programs = programs;
    this.expressions = expressions;
    this.snapshot = snapshot;
  }

  List<Decision> on(FlowEvent event) {
    handle(event);
    settle();
    return List.copyOf(decisions);
  }

  private void handle(FlowEvent event) {
    if (event instanceof FlowEvent.Started) {
      require(snapshot.state() == FlowState.NOT_STARTED, "the flow has begun already");
      add(new Decision.FlowStarted());
      enter(definition.stages().get(0));
    } else if (event instanceof FlowEvent.WorkFinished work) {
      requireActive(work.step());
      require(!programs.containsKey(work.step()), "step '%s' has no work item".formatted(work.step()));
      Map<String, Object> data = new LinkedHashMap<>(work.data());
      data.put(StepSnapshot.BY, work.by());
      add(new Decision.StepCompleted(work.step(), work.outcome(), work.comment(), data));
    } else if (event instanceof FlowEvent.CallDone done) {
      BackgroundRun step = active(done.step());
      done.outputs().forEach((name, value) -> add(new Decision.VariableSet(name, value)));
      step.resume(positionOf(done.step()) + 1);
    } else if (event instanceof FlowEvent.CallFailed failed) {
      active(failed.step()).fault(positionOf(failed.step()), failed.code(), failed.message());
    } else if (event instanceof FlowEvent.StepBroken broken) {
      active(broken.step()).fail(positionOf(broken.step()), broken.code(), broken.message());
    } else if (event instanceof FlowEvent.StepRetried retried) {
      retry(retried.step());
    } else if (event instanceof FlowEvent.FlowRetried) {
      require(snapshot.state() == FlowState.ERROR, "the flow has not failed");
      resumeFlow();
      if (snapshot.stage().isEmpty()) {
        enter(definition.stages().get(0));
      }
    }
  }

  private void retry(String step) {
    require(snapshot.step(step).state() == StepState.ERROR, "step '%s' has not failed".formatted(step));
    add(new Decision.StepResumed(step));
    resumeFlow();
    background(step).resume(positionOf(step));
  }

  private void resumeFlow() {
    if (snapshot.steps().values().stream().noneMatch(step -> step.state() == StepState.ERROR)) {
      add(new Decision.FlowResumed());
    }
  }

  /** Starts what may start and ends what is finished, until nothing changes any more. */
  private void settle() {
    boolean changed = true;
    while (changed && !FlowState.TABLE.isFinal(snapshot.state())) {
      if (snapshot.caseClosed()) {
        end("the case was closed");
        return;
      }
      changed = startSteps() || endStage() || leaveStage();
    }
  }

  private boolean startSteps() {
    boolean started = false;
    for (StepDefinition step : currentStage().steps()) {
      if (!snapshot.caseClosed() && mayStart(step)) {
        start(step);
        started = true;
      }
    }
    return started;
  }

  private boolean mayStart(StepDefinition step) {
    return snapshot.step(step.name()).state() == StepState.NOT_STARTED
        && step.after().stream().allMatch(name -> snapshot.step(name).state() == StepState.COMPLETED)
        && step.when().map(this::meets).orElse(true);
  }

  private void start(StepDefinition step) {
    if (step.work() instanceof StepDefinition.Interactive work) {
      add(new Decision.WorkOffered(step.name(), step.label(), work, offer(work)));
    } else {
      add(new Decision.StepStarted(step.name()));
      background(step.name()).resume(0);
    }
  }

  private WorkOffer offer(StepDefinition.Interactive work) {
    Object requester = snapshot.caseFacts().asMap().get("requester");
    boolean kept = work.separation().notRequester() && requester != null;
    return new WorkOffer(
        Optional.empty(),
        work.queue(),
        Optional.empty(),
        kept ? Set.of(String.valueOf(requester)) : Set.of(),
        "");
  }

  /**
   * The stage ends when every step that began has ended. Steps that did not begin are left out: nothing is under way that could
   * make their conditions true.
   */
  private boolean endStage() {
    StageDefinition stage = currentStage();
    List<StepSnapshot> steps = stage.steps().stream().map(step -> snapshot.step(step.name())).toList();
    if (!inProgressWith(StageState.IN_PROGRESS) || steps.stream().anyMatch(StepSnapshot::open)) {
      return false;
    }
    steps.stream()
        .filter(step -> step.state() == StepState.NOT_STARTED)
        .forEach(step -> add(new Decision.StepDiscontinued(step.name(), "what it waits for did not happen")));
    add(new Decision.StageCompleted(stage.name()));
    return true;
  }

  private boolean leaveStage() {
    if (!inProgressWith(StageState.COMPLETED)) {
      return false;
    }
    StageDefinition stage = currentStage();
    for (StageDefinition.Branch branch : stage.next()) {
      boolean taken = branch.when().map(this::holds).orElse(true);
      if (snapshot.state() == FlowState.ERROR) {
        return false;
      }
      if (taken) {
        follow(branch.stage().flatMap(definition::stage));
        return true;
      }
    }
    if (!stage.next().isEmpty()) {
      fail("FLOW-003", "No branch of stage '%s' holds; add one without a condition.".formatted(stage.name()));
      return false;
    }
    follow(definition.stages().stream().skip(definition.stages().indexOf(stage) + 1L).findFirst());
    return true;
  }

  private void follow(Optional<StageDefinition> next) {
    next.ifPresentOrElse(this::enter, () -> add(new Decision.FlowCompleted()));
  }

  private void enter(StageDefinition stage) {
    if (entries.merge(stage.name(), 1, Integer::sum) > MAX_ENTRIES_PER_EVENT) {
      fail(
          "FLOW-002",
          "The flow entered stage '%s' %d times without waiting for anything; it is going in circles. Mend its branches."
              .formatted(stage.name(), MAX_ENTRIES_PER_EVENT));
      return;
    }
    add(
        new Decision.StageEntered(
            stage.name(), stage.steps().stream().map(StepDefinition::name).toList()));
  }

  /** The flow ends now, whatever still runs or has failed. */
  private void end(String reason) {
    snapshot.steps().values().stream()
        .filter(StepSnapshot::open)
        .forEach(step -> add(new Decision.StepDiscontinued(step.name(), reason)));
    if (!StageState.TABLE.isFinal(snapshot.stageState())) {
      StageDefinition stage = currentStage();
      boolean whole =
          stage.steps().stream().allMatch(step -> snapshot.step(step.name()).state() == StepState.COMPLETED);
      add(whole ? new Decision.StageCompleted(stage.name()) : new Decision.StageDiscontinued(stage.name()));
    }
    add(new Decision.FlowCompleted());
  }

  /** A flow that has failed already does not fail again: its condition is looked at anew when a person resumes it. */
  private void fail(String code, String message) {
    if (snapshot.state() != FlowState.ERROR) {
      add(new Decision.FlowFailed(code, message));
    }
  }

  private boolean meets(Criterion criterion) {
    if (criterion instanceof Criterion.Condition condition) {
      return holds(condition.expression());
    }
    throw new IllegalArgumentException("not a condition: " + criterion);
  }

  private boolean holds(String condition) {
    try {
      return expressions.holds(condition, facts());
    } catch (RuleViolation violation) {
      fail(violation.code(), String.valueOf(violation.getMessage()));
      return false;
    }
  }

  private boolean inProgressWith(StageState stage) {
    return snapshot.state() == FlowState.IN_PROGRESS && snapshot.stageState() == stage;
  }

  private BackgroundRun active(String step) {
    requireActive(step);
    return background(step);
  }

  private BackgroundRun background(String step) {
    require(programs.containsKey(step), "step '%s' does not run by itself".formatted(step));
    return new BackgroundRun(this, programs.get(step), step);
  }

  private StageDefinition currentStage() {
    return snapshot.stage().flatMap(definition::stage).orElseThrow();
  }

  private int positionOf(String step) {
    return snapshot.step(step).position();
  }

  Expressions expressions() {
    return expressions;
  }

  boolean caseClosed() {
    return snapshot.caseClosed();
  }

  /** What the expressions of a step see: all facts, and the fault whose path it is on. */
  Map<String, Object> facts(String step) {
    Map<String, Object> facts = facts();
    Optional.ofNullable(snapshot.step(step).data().get(FAULT)).ifPresent(fault -> facts.put("fault", fault));
    return facts;
  }

  void keepFault(String step, Map<String, Object> fault) {
    add(new Decision.StepKept(step, Map.of(FAULT, fault)));
  }

  private Map<String, Object> facts() {
    Map<String, Object> steps = new LinkedHashMap<>();
    definition.stages().stream()
        .flatMap(stage -> stage.steps().stream())
        .forEach(step -> steps.put(step.name(), snapshot.step(step.name()).facts()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("case", snapshot.caseFacts().asMap());
    facts.put("request", snapshot.request().asMap());
    facts.put("vars", snapshot.variables().asMap());
    facts.put("steps", steps);
    return facts;
  }

  void add(Decision decision) {
    snapshot = decision.appliedTo(snapshot);
    decisions.add(decision);
  }

  private void requireActive(String step) {
    StepSnapshot found = snapshot.step(step);
    require(found.open() && found.state() != StepState.ERROR && found.state() != StepState.SUSPENDED,
        "step '%s' is %s".formatted(step, found.state()));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new RuleViolation("FLOW-001", "Too late or too early: " + otherwise + ".");
    }
  }
}
