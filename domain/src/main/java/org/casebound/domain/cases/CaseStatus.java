package org.casebound.domain.cases;

import org.casebound.domain.shared.StateTable;

/** Where a case stands. */
public enum CaseStatus {
  /** Filed; nobody and nothing has begun. */
  NEW,
  /** A flow or a person is working on it. */
  IN_PROGRESS,
  /** It waits for somebody or something outside. */
  WAITING,
  /** It needs attention: an incident is open or a milestone was missed. */
  ESCALATED,
  /** Done; see the resolution. A person may reopen it with a reason; only that leads out of it. */
  CLOSED;

  /** The permitted changes. */
  public static final StateTable<CaseStatus> TABLE =
      StateTable.of("case", CaseStatus.class)
          .row(NEW, IN_PROGRESS, WAITING, ESCALATED, CLOSED)
          .row(IN_PROGRESS, WAITING, ESCALATED, CLOSED)
          .row(WAITING, IN_PROGRESS, ESCALATED, CLOSED)
          .row(ESCALATED, IN_PROGRESS, WAITING, CLOSED)
          .row(CLOSED, IN_PROGRESS)
          .build();
}
