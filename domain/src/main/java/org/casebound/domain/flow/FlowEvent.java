package org.casebound.domain.flow;

import java.util.Map;

/**
 * What happened to a flow. While it is suspended, what happens to its steps is refused with {@value FlowMachine#SUSPENDED}: keep it
 * and tell it after {@link Resumed}.
 */
public sealed interface FlowEvent {
  /** The triggering record was saved. */
  record Started() implements FlowEvent {}

  /**
   * A person finished the work item of an interactive step.
   *
   * @param by who did
   */
  record WorkFinished(String step, String by, String outcome, String comment, Map<String, Object> data)
      implements FlowEvent {}

  /**
   * The back office or the action did what the step asked.
   *
   * @param outputs of a back office: variables by name, already mapped; of an action: its reply as it is
   */
  record CallDone(String step, Map<String, Object> outputs) implements FlowEvent {}

  /** The back office, the action or the store of records refused: the fault path is for this. */
  record CallFailed(String step, String code, String message) implements FlowEvent {}

  /** The step can not go on and no fault path can know better: tries used up, outcome in doubt, call not permitted, answer unreadable. */
  record StepBroken(String step, String code, String message) implements FlowEvent {}

  /**
   * What the step asked of the installation's own records is there; it came in the same transaction.
   *
   * @param value records found, or the identity of the record created; an empty text when there is none
   */
  record Answered(String step, Object value) implements FlowEvent {}

  /**
   * The time for which a step waits has come: the end of a wait, or the time-out of a wait for an event.
   *
   * @param element the element that began the wait; the step may have gone on since
   */
  record TimerFired(String step, String element) implements FlowEvent {}

  /**
   * Something happened outside; every step that waits for an event of this name goes on, and all conditions are asked again. One
   * that nobody waits for is not kept by the machine: ask {@link FlowMachine#waitsFor} first.
   */
  record EventArrived(String name, Map<String, Object> data) implements FlowEvent {}

  /** Case or request changed, or the case was closed, or somebody wants to know: all conditions are asked again. */
  record Rechecked() implements FlowEvent {}

  /** A person cancels the flow. What runs ends; the undo of completed steps is named by the decision. */
  record Canceled(String reason) implements FlowEvent {}

  /** A person suspends the flow: nothing new starts, and what runs goes on untold. */
  record Suspended(String reason) implements FlowEvent {}

  /** A person sends the flow back to a stage that it has entered before: what is open ends, and all steps of that stage begin anew. */
  record SentBack(String stage, String reason) implements FlowEvent {}

  /** A person ends the suspension. */
  record Resumed() implements FlowEvent {}

  /** A person mends values before a retry. */
  record DataCorrected(Map<String, Object> variables, Map<String, Object> request) implements FlowEvent {}

  /** A person ends a failed step as if it had been done: with an outcome, the data of its form or its outputs, and a reason. */
  record StepSkipped(String step, String by, String outcome, Map<String, Object> data, String reason)
      implements FlowEvent {}

  /** A person asked to resume the failed step where it stood. */
  record StepRetried(String step) implements FlowEvent {}

  /** A person asked to resume a flow that failed between two steps; one that never began begins. */
  record FlowRetried() implements FlowEvent {}
}
