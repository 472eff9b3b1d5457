package org.casebound.domain.flow;

import org.casebound.domain.shared.StateTable;

/** States of a stage (specification, section E). */
public enum StageState {
  NOT_STARTED,
  IN_PROGRESS,
  SUSPENDED,
  COMPLETED,
  CANCELED,
  DISCONTINUED,
  ERROR;

  /** The permitted changes. */
  public static final StateTable<StageState> TABLE =
      StateTable.of("stage", StageState.class)
          .row(NOT_STARTED, IN_PROGRESS, CANCELED)
          .row(IN_PROGRESS, SUSPENDED, COMPLETED, CANCELED, DISCONTINUED, ERROR)
          .row(SUSPENDED, IN_PROGRESS, COMPLETED, CANCELED, DISCONTINUED)
          .row(ERROR, IN_PROGRESS, CANCELED, DISCONTINUED)
          .build();
}
