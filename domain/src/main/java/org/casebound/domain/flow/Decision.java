package org.casebound.domain.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
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

  /**
   * An interactive step asks for a person: when it starts, and again for each further person that its quorum needs.
   *
   * @param offer to whom
   */
  record WorkOffered(String step, String label, StepDefinition.Interactive work, WorkOffer offer)
      implements Decision {
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

  /** An action of the installation is to be run; the step stands at {@code position} until its answer is in. */
  record ActionPlaced(String step, int position, String element, String action, Map<String, Object> input)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.IN_PROGRESS));
    }
  }

  /**
   * Records of the installation are to be found; the engine answers in the same transaction.
   *
   * @param where values that fields must have
   */
  record RecordsWanted(
      String step, int position, String element, String record, Map<String, Object> where, int limit)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.IN_PROGRESS));
    }
  }

  /**
   * A record of the installation is to be created, or changed; the engine answers in the same transaction.
   *
   * @param key identity of the record to change; empty to create one
   */
  record RecordWritten(
      String step,
      int position,
      String element,
      String record,
      Optional<Object> key,
      Map<String, Object> values)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.IN_PROGRESS));
    }
  }

  /** A person is told something. */
  record Notified(String step, Element.Notify.Channel channel, String to, String subject, String text)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow;
    }
  }

  /** The step waits for a time; a {@link FlowEvent.TimerFired} ends the wait. */
  record WaitBegun(String step, int position, String element, WaitTime time) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.WAITING));
    }
  }

  /**
   * The step waits for an event from outside.
   *
   * @param timeout when the wait ends without it; a {@link FlowEvent.TimerFired} says so
   */
  record EventAwaited(String step, int position, String element, String event, Optional<Duration> timeout)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.WAITING));
    }
  }

  /** An element failed and its fault path is taken; told for the history, the step itself remembers it in {@link StepKept}. */
  record FaultTaken(String step, String element, String code, String message) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow;
    }
  }

  /**
   * What a step that has not ended must remember until its next event: variables and positions of subflows and loops, faults,
   * votes. It replaces what the step kept before.
   *
   * @param data all data of the step, see {@link StepSnapshot#data()}
   */
  record StepKept(String step, Map<String, Object> data) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).with(data));
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

  /** The work item of a step that ends otherwise is not wanted any more. */
  record WorkWithdrawn(String step, String reason) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow;
    }
  }

  /**
   * A step ended well.
   *
   * @param data what the person entered, or the step's outputs, and what the machine keeps, see {@link StepSnapshot#data()}
   */
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
   * @param refusing whether the definition itself says so ({@link Element.CustomError}): a flow that runs in the transaction of
   *     the person whose change triggered it then refuses the change
   */
  record StepFailed(String step, int position, String code, String message, boolean refusing)
      implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.ERROR))
          .inStage(StageState.ERROR)
          .in(FlowState.ERROR);
    }
  }

  /** A step failed and its stage has a fault stage, which follows: the flow goes on without an incident. */
  record StepFaulted(String step, int position, String code, String message) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).at(position).in(StepState.ERROR));
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

  /** The stage ended because a step of it failed; its fault stage follows. */
  record StageFailed(String stage) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.inStage(StageState.ERROR);
    }
  }

  /** All steps of the stage have ended, or its exit criterion holds. */
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

  /** A step ended because its flow was canceled. */
  record StepCanceled(String step, String reason) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.with(flow.step(step).in(StepState.CANCELED));
    }
  }

  /** The stage ended because its flow was canceled. */
  record StageCanceled(String stage) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.inStage(StageState.CANCELED);
    }
  }

  /**
   * The flow was canceled.
   *
   * @param undo steps that were completed and declare an undo, the last completed first; when there are any the engine starts
   *     a flow of its own that undoes them, see {@link FlowMachine#undoing}
   */
  record FlowCanceled(String reason, List<String> undo) implements Decision {
    public FlowCanceled {
      undo = List.copyOf(undo);
    }

    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow.in(FlowState.CANCELED);
    }
  }

  /** The flow and its stage stand still; what runs in steps goes on, but nothing is told to the flow. */
  record FlowSuspended(String reason) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      FlowSnapshot suspended = flow.in(FlowState.SUSPENDED);
      return flow.stageState() == StageState.IN_PROGRESS ? suspended.inStage(StageState.SUSPENDED) : suspended;
    }
  }

  /** The flow goes back to a stage that it has entered before; told for the history, the decisions that follow do it. */
  record FlowSentBack(String stage, String reason) implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      return flow;
    }
  }

  /** The suspension is over. */
  record SuspensionEnded() implements Decision {
    @Override
    public FlowSnapshot appliedTo(FlowSnapshot flow) {
      FlowSnapshot resumed = flow.in(FlowState.IN_PROGRESS);
      return flow.stageState() == StageState.SUSPENDED ? resumed.inStage(StageState.IN_PROGRESS) : resumed;
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
