package org.casebound.domain.flow;

import java.util.EnumSet;
import org.casebound.domain.shared.StateTable;

/** Where one try of a call stands. */
public enum AttemptState {
  /** Waits for its time. */
  PLANNED,
  /** A node is calling, or was when it died. */
  RUNNING,
  /** The back office accepted the call and will acknowledge. */
  ACCEPTED,
  /** Done. */
  DONE,
  /** The back office said no. */
  REJECTED,
  /** Failed without effect. */
  FAILED,
  /** It is not known whether the effect happened. */
  UNKNOWN,
  /** The node that ran it fell silent; another try has taken over. Counts as a try. */
  LOST,
  /** Not needed any more: the flow ended first. Of a call that had left, it is not known whether the effect happened. */
  WITHDRAWN;

  /** The permitted changes. */
  public static final StateTable<AttemptState> TABLE =
      StateTable.of("try", AttemptState.class)
          .row(PLANNED, RUNNING, WITHDRAWN)
          .row(RUNNING, ACCEPTED, DONE, REJECTED, FAILED, UNKNOWN, LOST, WITHDRAWN)
          .row(ACCEPTED, DONE, REJECTED, FAILED, UNKNOWN, WITHDRAWN)
          .build();

  /**
   * Whether it is not known that the call had its effect, as far as a try that stands so says; only the newest try of a call counts.
   *
   * @param asksFirst whether the try asks what became of an earlier one
   */
  public boolean inDoubt(boolean asksFirst) {
    return this == UNKNOWN || asksFirst && EnumSet.of(PLANNED, RUNNING, LOST, WITHDRAWN).contains(this);
  }
}
