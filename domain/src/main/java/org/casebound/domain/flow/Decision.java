package org.casebound.domain.flow;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Resolution;

/**
 * What the flow machine decided. The decisions of one event are applied in order and in one transaction: to the
 * {@link FlowSnapshot} by the machine itself, to the stored records by the engine.
 */
public sealed interface Decision {
  /**
   * The flow after this decision.
   *
   * @throws org.casebound.domain.shared.RuleViolation STATE-001 when the tables of states do not permit it
   */
  FlowSnapshot appliedTo(FlowSnapshot flow);

  /** The flow is in progress. */
  record FlowStarted() implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.in(FlowState.IN_PROGRESS);
    }
  }

  /**
   * The stage is in progress; all its steps are new, even if it was entered before.
   *
   * @param steps names of all its steps
   */
  record StageEntered(String stage, List<String> steps) implements Decision {
    public StageEntered {
      steps = List.copyOf(steps);
    }

    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.entering(stage, steps);
    }
  }

  /** A background step began to run its elements. */
  record StepStarted(String step) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).in(StepState.IN_PROGRESS));
    }
  }

  /** An interactive step asks for a person. */
  record WorkOffered(String step, String label, StepDefinition.Interactive work) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).in(StepState.IN_PROGRESS));
    }
  }

  /**
   * A back office is to be called; the step is in progress and stands at {@code position} until the answer is in.
   *
   * @param input values by input name
   */
  record CallPlaced(
      String step, int position, String element, String integration, Map<String, Object> input)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.IN_PROGRESS));
    }
  }

  /** A refused call goes on with its fault path; the step remembers the fault, because the path may wait for answers, too. */
  record FaultTaken(String step, String code, String message) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).with(data()));
    }

    /** The fault as data of the step. */
    public Map<String, Object> data() {
      return Map.of(StepSnapshot.FAULT, Map.of("code", code, "message", message));
    }
  }

  /** A variable of the flow has a new value. */
  record VariableSet(String name, Object value) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.withVariables(Map.of(name, value));
    }
  }

  /** Attributes of the request have new values. */
  record RequestUpdated(Map<String, Object> values) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.withRequest(values);
    }
  }

  /** Fields of the case have new values, which the case accepts. */
  record CaseUpdated(Map<String, Object> values) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.withCase(values, flow.caseClosed());
    }
  }

  /** The case is closed. */
  record CaseClosed(Resolution resolution, String reason) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.withCase(Map.of("status", "CLOSED"), true);
    }
  }

  /** A step ended well. */
  record StepCompleted(String step, String outcome, String comment, Map<String, Object> data)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).completed(outcome, comment, data));
    }
  }

  /**
   * A step can not go on; a person decides. Stage and flow have failed with it.
   *
   * @param position the instruction that failed; there the step goes on when a person resumes it
   */
  record StepFailed(String step, int position, String code, String message) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.ERROR))
          .inStage(StageState.ERROR)
          .in(FlowState.ERROR);
    }
  }

  /** A person resumes a failed step where it stood. */
  record StepResumed(String step) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).in(StepState.IN_PROGRESS));
    }
  }

  /** A step ended, or never began, because its stage or flow ended first. */
  record StepDiscontinued(String step, String reason) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).in(StepState.DISCONTINUED));
    }
  }

  /** All steps of the stage have ended. */
  record StageCompleted(String stage) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.inStage(StageState.COMPLETED);
    }
  }

  /** The stage ended because the flow ended first. */
  record StageDiscontinued(String stage) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.inStage(StageState.DISCONTINUED);
    }
  }

  /** The flow can not go on between two steps; a person decides. What runs goes on, but no stage ends. */
  record FlowFailed(String code, String message) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.in(FlowState.ERROR);
    }
  }

  /** No failed step is left: the flow, and its stage if that had failed, are in progress again. */
  record FlowResumed() implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      FlowSnapshot resumed = flow.in(FlowState.IN_PROGRESS);
      return flow.stageState() == StageState.ERROR ? resumed.inStage(StageState.IN_PROGRESS) : resumed;
    }
  }

  /** The flow has ended well, or because the case was closed. */
  record FlowCompleted() implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.in(FlowState.COMPLETED);
    }
  }
}
