package org.casebound.fulfillment.operation;

/** What a batch is about. */
public enum BatchTarget {
  /** Open incidents. */
  INCIDENTS,
  /** Flows. */
  FLOWS
}
