package org.casebound.domain.flow;

import org.casebound.domain.shared.StateTable;

/** States of a step (specification, section E). */
public enum StepState {
  NOT_STARTED,
  /** May run; waits for a free runner or for the time of its next try. */
  READY,
  /** A runner or a person is at it. */
  IN_PROGRESS,
  /** Parked until an acknowledgement or a timer; holds no thread and no connection. */
  WAITING,
  SUSPENDED,
  COMPLETED,
  CANCELED,
  /** Ended because the flow or stage ended first. */
  DISCONTINUED,
  ERROR;

  /** The permitted changes. */
  public static final StateTable<StepState> TABLE =
      StateTable.of("step", StepState.class)
          .row(NOT_STARTED, READY, IN_PROGRESS, COMPLETED, CANCELED, DISCONTINUED, ERROR)
          .row(READY, IN_PROGRESS, WAITING, SUSPENDED, COMPLETED, CANCELED, DISCONTINUED, ERROR)
          .row(IN_PROGRESS, READY, WAITING, SUSPENDED, COMPLETED, CANCELED, DISCONTINUED, ERROR)
          .row(WAITING, READY, IN_PROGRESS, SUSPENDED, COMPLETED, CANCELED, DISCONTINUED, ERROR)
          .row(SUSPENDED, READY, IN_PROGRESS, WAITING, CANCELED)
          .row(ERROR, READY, IN_PROGRESS, COMPLETED, CANCELED, DISCONTINUED)
          .build();

  /** Whether nothing more will happen to the step. */
  public boolean ended() {
    return TABLE.isFinal(this);
  }
}
