package org.casebound.domain.workitem;

import org.casebound.domain.shared.StateTable;

/** States of a work item (specification, section E). */
public enum WorkItemState {
  /** In a queue; whoever claims it first has it. */
  OFFERED,
  /** One person has it. */
  CLAIMED,
  COMPLETED,
  CANCELED;

  /** The permitted changes. */
  public static final StateTable<WorkItemState> TABLE =
      StateTable.of("work item", WorkItemState.class)
          .row(OFFERED, CLAIMED, COMPLETED, CANCELED)
          .row(CLAIMED, OFFERED, COMPLETED, CANCELED)
          .build();
}
