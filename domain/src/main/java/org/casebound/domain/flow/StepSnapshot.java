package org.casebound.domain.flow;

import java.util.Map;

/**
 * A step as the machine sees it. Immutable.
 *
 * @param position index of the instruction that a background step stands at
 * @param outcome empty until it has one
 * @param comment what the person said; empty until then
 * @param data what the person entered; of a background step the fault whose path it is on
 */
public record StepSnapshot(
    String name, StepState state, int position, String outcome, String comment, Map<String, Object> data) {
  /** Name of the fault in the data of a background step, and in what expressions see. */
  static final String FAULT = "fault";

  /** A step that was not begun. */
  public static StepSnapshot fresh(String name) {
    return new StepSnapshot(name, StepState.NOT_STARTED, 0, "", "", Map.of());
  }

  /** Whether the step was begun and has not ended; a failed step is open. */
  boolean open() {
    return state != StepState.NOT_STARTED && !state.ended();
  }

  StepSnapshot in(StepState next) {
    StepState changed = state == next ? state : StepState.TABLE.change(state, next);
    return new StepSnapshot(name, changed, position, outcome, comment, data);
  }

  StepSnapshot at(int instruction) {
    return new StepSnapshot(name, state, instruction, outcome, comment, data);
  }

  StepSnapshot with(Map<String, Object> newData) {
    return new StepSnapshot(name, state, position, outcome, comment, newData);
  }

  StepSnapshot completed(String how, String said, Map<String, Object> entered) {
    StepState completed = StepState.TABLE.change(state, StepState.COMPLETED);
    return new StepSnapshot(name, completed, position, how, said, entered);
  }

  /** What expressions see as {@code steps.<name>}. */
  Map<String, Object> facts() {
    return Map.of("status", state.name(), "outcome", outcome, "comment", comment, "data", data);
  }
}
