package org.casebound.domain.cases;

import org.casebound.domain.shared.StateTable;

/** Where a promised time of a case stands. */
public enum MilestoneState {
  /** Its clock runs and there is time left. */
  RUNNING,
  /** Its clock stands still, for a reason that a person or a flow gave. */
  PAUSED,
  /** Kept. */
  REACHED,
  /** The time is over and it is not reached yet. */
  VIOLATED,
  /** Reached after its time. */
  REACHED_LATE,
  /** The case was closed after its time, without reaching it. */
  MISSED,
  /** The case was closed within its time, without reaching it: nothing is left to keep. */
  CANCELED;

  /** The permitted changes. */
  public static final StateTable<MilestoneState> TABLE =
      StateTable.of("milestone", MilestoneState.class)
          .row(RUNNING, PAUSED, REACHED, VIOLATED, REACHED_LATE, MISSED, CANCELED)
          .row(PAUSED, RUNNING, REACHED, CANCELED)
          .row(VIOLATED, REACHED_LATE, MISSED)
          .build();

  /** Whether it is not decided yet how it ends. */
  public boolean open() {
    return !TABLE.isFinal(this);
  }
}
