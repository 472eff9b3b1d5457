package org.casebound.domain.integration;

import org.casebound.domain.shared.StateTable;

/** Whether calls through a connector go out. */
public enum CircuitState {
  /** They do. */
  CLOSED,
  /** Too many failed: work parks until a probe succeeds. */
  OPEN,
  /** A probe is under way; everything else still parks. */
  HALF_OPEN,
  /** A person stopped them: work parks until a person starts them again; nothing is probed. */
  STOPPED;

  /** The permitted changes. */
  public static final StateTable<CircuitState> TABLE =
      StateTable.of("circuit", CircuitState.class)
          .row(CLOSED, OPEN, STOPPED)
          .row(OPEN, HALF_OPEN, CLOSED, STOPPED)
          .row(HALF_OPEN, OPEN, CLOSED, STOPPED)
          .row(STOPPED, CLOSED)
          .build();
}
