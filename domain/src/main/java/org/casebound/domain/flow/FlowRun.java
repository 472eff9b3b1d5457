package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;

/**
 * One event's way through the machine: collects decisions and keeps the snapshot that they lead to. Lives for one call of
 * {@link FlowMachine#decide}.
 */
final class FlowRun {
  /** Stages that one event may enter before the flow is taken to be going in circles (specification, section C: depth limit). */
  private static final int MAX_STAGES_PER_EVENT = 16;

  private final Orchestration definition;
  private final Map<String, Program> programs;
  private final Expressions expressions;
  private final List<Decision> decisions = new ArrayList<>();
  private FlowSnapshot snapshot;
  private int stagesEntered;

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
    try {
      handle(event);
      settle();
    } catch (FlowStopped stopped) {
      add(new Decision.FlowFailed(stopped.code(), stopped.reason()));
    }
    return decisions;
  }

  private void handle(FlowEvent event) {
    if (event instanceof FlowEvent.Started) {
      require(snapshot.state() == FlowState.NOT_STARTED, "the flow has begun already");
      add(new Decision.FlowStarted());
      enter(definition.stages().get(0));
    } else if (event instanceof FlowEvent.WorkFinished finished) {
      requireActive(finished.step());
      add(
          new Decision.StepCompleted(
              finished.step(), finished.outcome(), finished.comment(), finished.data()));
    } else if (event instanceof FlowEvent.CallDone done) {
      requireActive(done.step());
      done.outputs().forEach((name, value) -> add(new Decision.VariableSet(name, value)));
      background(done.step()).resume(snapshot.step(done.step()).position() + 1);
    } else if (event instanceof FlowEvent.CallFailed failed) {
      requireActive(failed.step());
      background(failed.step()).fault(failed.code(), failed.message());
    } else if (event instanceof FlowEvent.StepRetried retried) {
      require(
          snapshot.step(retried.step()).state() == StepState.ERROR,
          "step '%s' has not failed".formatted(retried.step()));
      add(new Decision.StepResumed(retried.step()));
      background(retried.step()).resume(snapshot.step(retried.step()).position());
    }
  }

  /** Starts what may start and ends what is finished, until nothing changes any more. */
  private void settle() {
    boolean changed = true;
    while (changed && snapshot.state() != FlowState.COMPLETED) {
      if (snapshot.caseClosed()) {
        end("the case was closed");
        return;
      }
      changed = startSteps() || endStage();
    }
  }

  private boolean startSteps() {
    boolean started = false;
    for (StepDefinition step : currentStage().steps()) {
      if (!snapshot.caseClosed() && snapshot.step(step.name()).state() == StepState.NOT_STARTED && mayStart(step)) {
        start(step);
        started = true;
      }
    }
    return started;
  }

  private boolean mayStart(StepDefinition step) {
    return step.after().stream()
            .allMatch(name -> snapshot.step(name).state() == StepState.COMPLETED)
        && step.when().map(this::holds).orElse(true);
  }

  private void start(StepDefinition step) {
    if (step.work() instanceof StepDefinition.Interactive work) {
      add(new Decision.WorkOffered(step.name(), step.label(), work));
    } else {
      add(new Decision.StepStarted(step.name()));
      background(step.name()).resume(0);
    }
  }

  /**
   * The stage ends when every step has ended. A step whose condition never came true while all others have ended is left out:
   * nothing can make it true any more.
   */
  private boolean endStage() {
    List<StepDefinition> steps = currentStage().steps();
    boolean running =
        steps.stream()
            .map(step -> snapshot.step(step.name()).state())
            .anyMatch(state -> state != StepState.NOT_STARTED && !state.ended());
    if (running || snapshot.stages().get(currentStage().name()) != StageState.IN_PROGRESS) {
      return false;
    }
    for (StepDefinition step : steps) {
      if (!snapshot.step(step.name()).state().ended()) {
        add(new Decision.StepDiscontinued(step.name(), "its condition did not come true"));
      }
    }
    StageDefinition ended = currentStage();
    add(new Decision.StageCompleted(ended.name()));
    Optional<StageDefinition> next = following(ended);
    if (next.isPresent()) {
      enter(next.get());
    } else {
      add(new Decision.FlowCompleted());
    }
    return true;
  }

  private Optional<StageDefinition> following(StageDefinition stage) {
    for (StageDefinition.Branch branch : stage.next()) {
      if (branch.when().map(this::holds).orElse(true)) {
        return branch.stage().flatMap(definition::stage);
      }
    }
    int next = definition.stages().indexOf(stage) + 1;
    boolean last = next >= definition.stages().size() || !stage.next().isEmpty();
    return last ? Optional.empty() : Optional.of(definition.stages().get(next));
  }

  private void enter(StageDefinition stage) {
    stagesEntered++;
    if (stagesEntered > MAX_STAGES_PER_EVENT) {
      throw new FlowStopped(
          "FLOW-002",
          "The flow entered %d stages without waiting for anything; it is going in circles. Mend the branches of stage '%s'."
              .formatted(MAX_STAGES_PER_EVENT, stage.name()));
    }
    add(new Decision.StageEntered(stage.name()));
  }

  /** The flow ends now, whatever still runs. */
  private void end(String reason) {
    snapshot.steps().values().stream()
        .filter(step -> !step.state().ended() && step.state() != StepState.NOT_STARTED)
        .map(StepSnapshot::name)
        .toList()
        .forEach(step -> add(new Decision.StepDiscontinued(step, reason)));
    StageState stage = snapshot.stages().get(currentStage().name());
    if (stage == StageState.IN_PROGRESS) {
      add(
          currentStage().steps().stream()
                  .allMatch(step -> snapshot.step(step.name()).state() == StepState.COMPLETED)
              ? new Decision.StageCompleted(currentStage().name())
              : new Decision.StageDiscontinued(currentStage().name()));
    }
    if (snapshot.state() == FlowState.IN_PROGRESS) {
      add(new Decision.FlowCompleted());
    }
  }

  private BackgroundRun background(String step) {
    Program program = Optional.ofNullable(programs.get(step)).orElseThrow(
        () -> new RuleViolation("FLOW-001", "Step '%s' does not run by itself.".formatted(step)));
    return new BackgroundRun(this, program, step);
  }

  private StageDefinition currentStage() {
    return snapshot.stage().flatMap(definition::stage).orElseThrow();
  }

  private boolean holds(String condition) {
    try {
      return expressions.holds(condition, facts());
    } catch (RuleViolation violation) {
      throw new FlowStopped(violation.code(), String.valueOf(violation.getMessage()));
    }
  }

  Expressions expressions() {
    return expressions;
  }

  boolean caseClosed() {
    return snapshot.caseClosed();
  }

  int positionOf(String step) {
    return snapshot.step(step).position();
  }

  /** What expressions see. */
  Map<String, Object> facts() {
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
    List<String> steps =
        decision instanceof Decision.StageEntered entered
            ? definition.stage(entered.stage()).orElseThrow().steps().stream().map(StepDefinition::name).toList()
            : List.of();
    snapshot = snapshot.after(decision, steps);
    decisions.add(decision);
  }

  private void requireActive(String step) {
    StepState state = snapshot.step(step).state();
    require(
        state == StepState.IN_PROGRESS || state == StepState.WAITING || state == StepState.READY,
        "step '%s' is %s".formatted(step, state));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new RuleViolation("FLOW-001", "Too late or too early: " + otherwise + ".");
    }
  }
}
