package org.casebound.domain.flow;

import java.util.Map;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Resolution;

/**
 * What the flow machine decided. The decisions of one event are applied in order and in one transaction: to the
 * {@link FlowSnapshot} by the machine itself, to the stored records by the engine.
 */
public sealed interface Decision {
  /** The flow is in progress. */
  record FlowStarted() implements Decision {}

  /** The stage is in progress; all its steps are new, even if it was entered before. */
  record StageEntered(String stage) implements Decision {}

  /** A background step began to run its elements. */
  record StepStarted(String step) implements Decision {}

  /** An interactive step asks for a person. */
  record WorkOffered(String step, String label, StepDefinition.Interactive work) implements Decision {}

  /**
   * A back office is to be called; the step stands at {@code position} until the answer is in.
   *
   * @param input values by input name
   */
  record CallPlaced(
      String step, int position, String element, String integration, Map<String, Object> input)
      implements Decision {}

  /** A variable of the flow has a new value. */
  record VariableSet(String name, Object value) implements Decision {}

  /** Attributes of the request have new values. */
  record RequestUpdated(Map<String, Object> values) implements Decision {}

  /** Fields of the case have new values. */
  record CaseUpdated(Map<String, Object> values) implements Decision {}

  /** The case is closed. */
  record CaseClosed(Resolution resolution, String reason) implements Decision {}

  /** A step ended well. */
  record StepCompleted(String step, String outcome, String comment, Map<String, Object> data)
      implements Decision {}

  /** A step can not go on; a person decides. */
  record StepFailed(String step, String code, String message) implements Decision {}

  /** A person resumes a failed step where it stood. */
  record StepResumed(String step) implements Decision {}

  /** A step ended because the flow ended first. */
  record StepDiscontinued(String step, String reason) implements Decision {}

  /** All steps of the stage have ended. */
  record StageCompleted(String stage) implements Decision {}

  /** The stage ended because the flow ended first. */
  record StageDiscontinued(String stage) implements Decision {}

  /** The flow can not go on between two steps; a person decides. */
  record FlowFailed(String code, String message) implements Decision {}

  /** The flow has ended well. */
  record FlowCompleted() implements Decision {}
}
