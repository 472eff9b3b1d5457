package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * One event's way through the machine: collects decisions and keeps the snapshot that they lead to. Lives for one call of
 * {@link FlowMachine#decide}.
 */
final class FlowRun {
  /** How many elements one event may run before the flow is stopped. */
  static final int MAX_INSTRUCTIONS_PER_EVENT = 1_000_000;

  private final Plan plan;
  private final List<Decision> decisions = new ArrayList<>();
  private final StageRun stages;
  private final ElementListener listener;
  private FlowSnapshot snapshot;
  private @Nullable FlowSnapshot seen;
  private Map<String, Object> seenSteps = Map.of();
  private int instructions;

  FlowRun(Plan plan, FlowSnapshot snapshot, ElementListener listener) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.listener = listener;
    this.stages = new StageRun(this);
  }

  List<Decision> on(FlowEvent event) {
    if (!new Operations(this).handle(event)) {
      new StepEvents(this).handle(event);
    }
    stages.settle();
    return List.copyOf(decisions);
  }

  void add(Decision decision) {
    snapshot = decision.appliedTo(snapshot);
    decisions.add(decision);
  }

  FlowSnapshot snapshot() {
    return snapshot;
  }

  Plan plan() {
    return plan;
  }

  StageRun stages() {
    return stages;
  }

  ElementListener listener() {
    return listener;
  }

  Expressions expressions() {
    return plan.expressions();
  }

  /** Whether the case is closed and the flow ends with it. */
  boolean caseEnds() {
    return snapshot.caseClosed() && !plan.undoing();
  }

  /** Whether one more element may run for this event. */
  boolean takeInstruction() {
    return ++instructions <= MAX_INSTRUCTIONS_PER_EVENT;
  }

  /** The stage in progress, or the last one; empty before the first. */
  Optional<StageDefinition> stage() {
    return snapshot.stage().map(plan.stages()::get);
  }

  /** Ends a step well; what it would take to undo it is kept. */
  void complete(String step, String outcome, String comment, Map<String, Object> data) {
    add(new Decision.StepCompleted(step, outcome, comment, data));
    if (plan.undoable(step)) {
      add(Undo.noting(snapshot, step));
    }
  }

  /** A flow that has failed already does not fail again: its condition is looked at anew when a person resumes it. */
  void fail(String code, String message) {
    if (snapshot.state() != FlowState.ERROR) {
      add(new Decision.FlowFailed(code, message));
    }
  }

  boolean meets(Criterion criterion) {
    if (criterion instanceof Criterion.Condition condition) {
      return holds(condition.expression());
    }
    String flow = ((Criterion.Evaluation) criterion).flow();
    try {
      return new EvaluationRun(this, plan.evaluations().get(flow), flow).holds();
    } catch (RuleViolation violation) {
      fail(violation.code(), String.valueOf(violation.getMessage()));
      return false;
    }
  }

  boolean holds(String condition) {
    try {
      return expressions().holds(condition, facts());
    } catch (RuleViolation violation) {
      fail(violation.code(), String.valueOf(violation.getMessage()));
      return false;
    }
  }

  /** What conditions see. */
  Map<String, Object> facts() {
    return Facts.of(snapshot, stepFacts(""), Facts.variables(snapshot));
  }

  /** What the expressions of a step see as {@code steps}. */
  Map<String, Object> stepFacts(String step) {
    if (plan.undoing()) {
      return Undo.stepFacts(plan.definition(), snapshot.variables(), step);
    }
    if (seen == null || seen.steps() != snapshot.steps()) {
      seen = snapshot;
      seenSteps = Facts.steps(snapshot, plan.steps().keySet());
    }
    return seenSteps;
  }

  /** The step's elements, which the step must have. */
  StepRun running(String step) {
    Program program = plan.programs().get(step);
    if (program == null) {
      throw refusal("step '%s' does not run by itself".formatted(step));
    }
    return new StepRun(this, program, step);
  }

  /** The step of the stage in progress that has begun and has neither ended nor failed. */
  StepDefinition requireActive(String step) {
    StepState state = snapshot.step(step).state();
    StepDefinition definition = plan.steps().get(step);
    if (definition == null || !snapshot.step(step).open() || state == StepState.ERROR) {
      throw refusal("step '%s' is %s".formatted(step, state));
    }
    return definition;
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw refusal(otherwise);
    }
  }

  static RuleViolation refusal(String why) {
    return new RuleViolation("FLOW-001", "Too late or too early: " + why + ".");
  }
}
