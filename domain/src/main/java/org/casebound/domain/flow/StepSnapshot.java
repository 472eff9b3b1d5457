package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step as the machine sees it. Immutable.
 *
 * @param position index of the instruction that a background step stands at
 * @param outcome empty until it has one
 * @param comment what the person said; empty until then
 * @param data what the person entered or what the step put out, which expressions see as {@code steps.<name>.data}; and under
 *     names that begin with {@value #KEPT}, which no form can have, what the machine keeps for itself
 */
public record StepSnapshot(
    String name, StepState state, int position, String outcome, String comment, Map<String, Object> data) {
  /** First letter of the names under which the machine keeps its own things. */
  static final String KEPT = "$";

  /** Who completed the step. */
  static final String BY = KEPT + "by";

  /** A step that was not begun. */
  public static StepSnapshot fresh(String name) {
    return new StepSnapshot(name, StepState.NOT_STARTED, 0, "", "", Map.of());
  }

  /** Who completed an interactive step, or skipped a step; empty text for nobody. With a quorum it is the last of them. */
  public String completedBy() {
    return String.valueOf(data.getOrDefault(BY, ""));
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
    return Map.of(
        "status", state.name(),
        "outcome", outcome,
        "comment", comment,
        "completedBy", completedBy(),
        "data", shown());
  }

  private Map<String, Object> shown() {
    if (data.keySet().stream().noneMatch(key -> key.startsWith(KEPT))) {
      return data;
    }
    Map<String, Object> shown = new LinkedHashMap<>(data);
    shown.keySet().removeIf(key -> key.startsWith(KEPT));
    return shown;
  }
}
