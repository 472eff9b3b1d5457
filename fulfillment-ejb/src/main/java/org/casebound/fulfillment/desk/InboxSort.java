package org.casebound.fulfillment.desk;

/** In which order the inbox lists work. */
public enum InboxSort {
  /** The most urgent first, then the oldest. */
  URGENT,
  /** What is due first comes first, then what has no due date. */
  DUE,
  /** The oldest first. */
  OLDEST,
  /** The newest first. */
  NEWEST
}
