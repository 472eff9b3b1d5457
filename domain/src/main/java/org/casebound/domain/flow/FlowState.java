package org.casebound.domain.flow;

import org.casebound.domain.shared.StateTable;

/** States of a fulfillment flow (specification, section E). */
public enum FlowState {
  NOT_STARTED,
  IN_PROGRESS,
  SUSPENDED,
  COMPLETED,
  CANCELED,
  ERROR;

  /** The permitted changes. */
  public static final StateTable<FlowState> TABLE =
      StateTable.of("flow", FlowState.class)
          .row(NOT_STARTED, IN_PROGRESS, CANCELED, ERROR)
          .row(IN_PROGRESS, SUSPENDED, COMPLETED, CANCELED, ERROR)
          .row(SUSPENDED, IN_PROGRESS, COMPLETED, CANCELED)
          .row(ERROR, IN_PROGRESS, COMPLETED, CANCELED)
          .build();
}
