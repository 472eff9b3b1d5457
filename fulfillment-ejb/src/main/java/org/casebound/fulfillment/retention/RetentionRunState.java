package org.casebound.fulfillment.retention;

/** Where a run is. */
public enum RetentionRunState {
  /** It erases and purges, here or on another node. */
  RUNNING,
  /** Everything that was due when it was asked for is done. */
  ENDED,
  /** It failed again and again; what it did stays done, and another run goes on with the rest. */
  FAILED
}
