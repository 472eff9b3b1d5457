package org.casebound.web.console.flow;

import java.util.Locale;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;

/** What a picture says about a stage or step: told by shape, icon and words, colour is only a help. */
public enum NodeState {
  DONE("M1 6l3.5 3.5L11 2.5"),
  CURRENT("M3 1.5v9l7-4.5z"),
  WAITING("M6 1a5 5 0 1 0 .01 0M6 3.5V6l2 1.5"),
  FAILED("M2 2l8 8M10 2l-8 8"),
  SKIPPED("M2 6h8"),
  AHEAD("M6 2.5a3.5 3.5 0 1 0 .01 0");

  private final String icon;

  NodeState(String icon) {
    this.icon = icon;
  }

  /** SVG path of its icon in a square of 12. */
  public String icon() {
    return icon;
  }

  /** The part of its key in the texts, and its class in the style sheet. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A step that was not begun in a flow that has ended was left out. */
  static NodeState of(StepState state, FlowState flow) {
    return switch (state) {
      case NOT_STARTED -> ahead(flow);
      case READY, IN_PROGRESS -> CURRENT;
      case WAITING, SUSPENDED -> WAITING;
      case COMPLETED -> DONE;
      case CANCELED, DISCONTINUED -> SKIPPED;
      case ERROR -> FAILED;
    };
  }

  /** The same for a stage. */
  static NodeState of(StageState state, FlowState flow) {
    return switch (state) {
      case NOT_STARTED -> ahead(flow);
      case IN_PROGRESS -> CURRENT;
      case SUSPENDED -> WAITING;
      case COMPLETED -> DONE;
      case CANCELED, DISCONTINUED -> SKIPPED;
      case ERROR -> FAILED;
    };
  }

  private static NodeState ahead(FlowState flow) {
    return flow == FlowState.COMPLETED || flow == FlowState.CANCELED ? SKIPPED : AHEAD;
  }
}
