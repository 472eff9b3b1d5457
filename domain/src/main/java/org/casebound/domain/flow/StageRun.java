package org.casebound.domain.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;

/**
 * Takes a flow from stage to stage.
 *
 * <p>While a flow has failed, what can go on in its stage goes on; but no stage ends and none begins until a person resumes it.
 */
final class StageRun {
  /** How often one event may enter the same stage before the flow is taken to be going in circles. */
  static final int MAX_ENTRIES_PER_EVENT = 16;

  private final FlowRun run;
  private final Map<String, Integer> entries = new HashMap<>();

  StageRun(FlowRun run) {
    this.run = run;
  }

  /** Starts what may start and ends what is finished, until nothing changes any more. */
  void settle() {
    boolean changed = true;
    while (changed && !FlowState.TABLE.isFinal(run.snapshot().state())) {
      if (run.snapshot().state() == FlowState.NOT_STARTED) {
        return;
      } else if (run.caseEnds()) {
        end("the case was closed");
        return;
      } else if (run.snapshot().state() == FlowState.SUSPENDED || run.snapshot().stage().isEmpty()) {
        return;
      }
      changed = endWork() || exitStage() || startSteps() || endStage() || leaveStage();
    }
  }

  /** Begins the flow's first stage, when its variables could be set. */
  void begin() {
    if (FlowVariables.begin(run)) {
      enter(run.plan().definition().stages().get(0));
    }
  }

  /** A step can not go on: its fault stage follows if there is one, else a person decides. */
  void stepFailed(String step, int position, String code, String message, boolean refusing) {
    StageDefinition stage = currentStage();
    Optional<StageDefinition> next = stage.faultStage().map(run.plan().stages()::get);
    if (run.snapshot().state() != FlowState.IN_PROGRESS
        || next.isEmpty()
        || refusalToEnter(next.get()).isPresent()) {
      stop(step, position, code, message, refusing);
      return;
    }
    run.add(new Decision.StepFaulted(step, position, code, message));
    discontinue(stage, "step '%s' failed".formatted(step));
    run.add(new Decision.StageFailed(stage.name()));
    enter(next.get());
  }

  /** A step can not go on; a person decides. */
  void stop(String step, int position, String code, String message, boolean refusing) {
    run.add(new Decision.StepFailed(step, position, code, message, refusing));
  }

  /** A person sends the flow back, whatever the branches of its stage say. */
  void sendBack(String name, String reason) {
    FlowState state = run.snapshot().state();
    FlowRun.require(state == FlowState.IN_PROGRESS || state == FlowState.ERROR, "the flow is neither in progress nor stopped");
    FlowRun.require(!run.plan().undoing(), "a flow that undoes another one is not sent back");
    StageDefinition target = run.plan().stages().get(name);
    if (target == null || entriesOf(target) == 0) {
      throw new RuleViolation("FLOW-015", "The flow was not in stage '%s' yet; it is sent back only to where it was.".formatted(name));
    }
    Optional<RuleViolation> refused = refusalToEnter(target);
    if (refused.isPresent()) {
      throw refused.get();
    }
    run.add(new Decision.FlowSentBack(name, reason));
    StageDefinition stage = currentStage();
    stage.steps().stream()
        .filter(step -> !run.snapshot().step(step.name()).state().ended())
        .forEach(step -> run.add(new Decision.StepDiscontinued(step.name(), reason)));
    if (!StageState.TABLE.isFinal(run.snapshot().stageState())) {
      run.add(new Decision.StageDiscontinued(stage.name()));
    }
    if (state == FlowState.ERROR) {
      run.add(new Decision.FlowResumed());
    }
    enter(target);
  }

  private boolean endWork() {
    boolean ended = false;
    StageDefinition stage = currentStage();
    for (StepDefinition step : stage.steps()) {
      if (step.endsWhen().isPresent()
          && run.snapshot().step(step.name()).state() == StepState.IN_PROGRESS
          && step.work() instanceof StepDefinition.Interactive
          && run.meets(step.endsWhen().get())) {
        run.add(new Decision.WorkWithdrawn(step.name(), "its end condition holds"));
        run.complete(step.name(), StepDefinition.ENDED_BY_CRITERION, "", Map.of());
        ended = true;
      }
    }
    return ended;
  }

  private boolean exitStage() {
    StageDefinition stage = currentStage();
    if (stage.exit().isEmpty() || !inProgressWith(StageState.IN_PROGRESS) || !run.meets(stage.exit().get())) {
      return false;
    }
    discontinue(stage, "the stage's exit condition holds");
    run.add(new Decision.StageCompleted(stage.name()));
    return true;
  }

  private void discontinue(StageDefinition stage, String reason) {
    for (StepDefinition step : stage.steps()) {
      StepState state = run.snapshot().step(step.name()).state();
      if (!state.ended() && state != StepState.ERROR) {
        run.add(new Decision.StepDiscontinued(step.name(), reason));
      }
    }
  }

  private boolean startSteps() {
    StageState state = run.snapshot().stageState();
    if (state != StageState.IN_PROGRESS && state != StageState.ERROR) {
      return false;
    }
    boolean started = false;
    int entry = entriesOf(currentStage());
    StageDefinition stage = currentStage();
    for (StepDefinition step : stage.steps()) {
      if (!run.caseEnds() && entry == entriesOf(stage) && stage == currentStage() && mayStart(step)) {
        start(step);
        started = true;
      }
    }
    return started;
  }

  private boolean mayStart(StepDefinition step) {
    if (run.snapshot().step(step.name()).state() != StepState.NOT_STARTED) {
      return false;
    }
    for (String name : step.after()) {
      if (run.snapshot().step(name).state() != StepState.COMPLETED) {
        return false;
      }
    }
    return step.when().isEmpty() || run.meets(step.when().get());
  }

  private void start(StepDefinition step) {
    if (step.work() instanceof StepDefinition.Interactive work) {
      new Offers(run).offer(step, work);
    } else {
      run.add(new Decision.StepStarted(step.name()));
      run.running(step.name()).goOn();
    }
  }

  /**
   * Without an exit condition the stage ends when every step that began has ended. Steps that did not begin are left out: nothing
   * is under way that could make their conditions true.
   */
  private boolean endStage() {
    StageDefinition stage = currentStage();
    if (stage.exit().isPresent()
        || !inProgressWith(StageState.IN_PROGRESS)
        || stage.steps().stream().anyMatch(step -> run.snapshot().step(step.name()).open())) {
      return false;
    }
    discontinue(stage, "what it waits for did not happen");
    run.add(new Decision.StageCompleted(stage.name()));
    return true;
  }

  private boolean leaveStage() {
    if (!inProgressWith(StageState.COMPLETED)) {
      return false;
    }
    StageDefinition stage = currentStage();
    for (StageDefinition.Branch branch : stage.next()) {
      boolean taken = branch.when().map(run::holds).orElse(true);
      if (run.snapshot().state() == FlowState.ERROR) {
        return false;
      }
      if (taken) {
        return follow(branch.stage().map(run.plan().stages()::get));
      }
    }
    if (!stage.next().isEmpty()) {
      run.fail("FLOW-003", "No branch of stage '%s' holds; add one without a condition.".formatted(stage.name()));
      return false;
    }
    return follow(run.plan().behind(stage));
  }

  private boolean follow(Optional<StageDefinition> next) {
    next.ifPresentOrElse(this::enter, () -> run.add(new Decision.FlowCompleted()));
    return true;
  }

  private void enter(StageDefinition stage) {
    Optional<RuleViolation> refused = refusalToEnter(stage);
    if (refused.isPresent()) {
      run.fail(refused.get().code(), String.valueOf(refused.get().getMessage()));
      return;
    }
    entries.merge(stage.name(), 1, Integer::sum);
    List<String> steps = stage.steps().stream().map(StepDefinition::name).toList();
    run.add(new Decision.StageEntered(stage.name(), steps));
  }

  private Optional<RuleViolation> refusalToEnter(StageDefinition stage) {
    if (entries.getOrDefault(stage.name(), 0) >= MAX_ENTRIES_PER_EVENT) {
      return Optional.of(
          new RuleViolation(
              "FLOW-002",
              "The flow entered stage '%s' %d times without waiting for anything; it is going in circles. Mend its branches."
                  .formatted(stage.name(), MAX_ENTRIES_PER_EVENT)));
    }
    if (entriesOf(stage) >= stage.maxEntries()) {
      return Optional.of(
          new RuleViolation(
              "FLOW-004",
              "The flow has entered stage '%s' %d times, as often as its definition permits. Correct the data that sends it there, or cancel it."
                  .formatted(stage.name(), stage.maxEntries())));
    }
    return Optional.empty();
  }

  /** The flow ends now, whatever still runs or has failed. */
  private void end(String reason) {
    run.stage()
        .ifPresent(
            stage -> {
              for (StepDefinition step : stage.steps()) {
                if (run.snapshot().step(step.name()).open()) {
                  run.add(new Decision.StepDiscontinued(step.name(), reason));
                }
              }
              if (!StageState.TABLE.isFinal(run.snapshot().stageState())) {
                boolean whole =
                    stage.steps().stream()
                        .allMatch(step -> run.snapshot().step(step.name()).state() == StepState.COMPLETED);
                run.add(
                    whole
                        ? new Decision.StageCompleted(stage.name())
                        : new Decision.StageDiscontinued(stage.name()));
              }
            });
    run.add(new Decision.FlowCompleted());
  }

  private boolean inProgressWith(StageState stage) {
    return run.snapshot().state() == FlowState.IN_PROGRESS && run.snapshot().stageState() == stage;
  }

  private int entriesOf(StageDefinition stage) {
    return run.snapshot().entries(stage.name());
  }

  private StageDefinition currentStage() {
    return run.stage().orElseThrow();
  }
}
