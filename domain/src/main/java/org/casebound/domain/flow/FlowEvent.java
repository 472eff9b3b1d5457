package org.casebound.domain.flow;

import java.util.Map;

/** What happened to a flow. */
public sealed interface FlowEvent {
  /** The triggering record was saved. */
  record Started() implements FlowEvent {}

  /** A person finished the work item of an interactive step. */
  record WorkFinished(String step, String outcome, String comment, Map<String, Object> data)
      implements FlowEvent {}

  /**
   * The back office did what the step asked.
   *
   * @param outputs variables by name, already mapped
   */
  record CallDone(String step, Map<String, Object> outputs) implements FlowEvent {}

  /** The back office refused: the fault path is for this. */
  record CallFailed(String step, String code, String message) implements FlowEvent {}

  /** The step can not go on and no fault path can know better: tries used up, outcome in doubt, call not permitted, answer unreadable. */
  record StepBroken(String step, String code, String message) implements FlowEvent {}

  /** A person asked to resume the failed step where it stood. */
  record StepRetried(String step) implements FlowEvent {}

  /** A person asked to resume a flow that failed between two steps; one that never began begins. */
  record FlowRetried() implements FlowEvent {}
}
