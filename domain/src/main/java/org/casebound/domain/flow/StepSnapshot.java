package org.casebound.domain.flow;

import java.util.Map;

/**
 * A step as the machine sees it.
 *
 * @param position index of the instruction that a background step stands at
 * @param outcome empty until it has one
 * @param comment what the person said; empty until then
 * @param data what the person entered
 */
public record StepSnapshot(
    String name, StepState state, int position, String outcome, String comment, Map<String, Object> data) {
  /** A step that was not begun. */
  public static StepSnapshot fresh(String name) {
    return new StepSnapshot(name, StepState.NOT_STARTED, 0, "", "", Map.of());
  }

  StepSnapshot in(StepState next) {
    return new StepSnapshot(name, next, position, outcome, comment, data);
  }

  StepSnapshot at(int next) {
    return new StepSnapshot(name, StepState.IN_PROGRESS, next, outcome, comment, data);
  }

  StepSnapshot completed(String how, String said, Map<String, Object> entered) {
    return new StepSnapshot(name, StepState.COMPLETED, position, how, said, entered);
  }

  /** What expressions see as {@code steps.<name>}. */
  Map<String, Object> facts() {
    return Map.of("status", state.name(), "outcome", outcome, "comment", comment, "data", data);
  }
}
