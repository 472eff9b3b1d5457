package org.casebound.fulfillment.operation;

/** Where a batch is. */
public enum BatchState {
  /** It works its list off, here or on another node, or awaits what becomes of its retries. */
  RUNNING,
  /** A person let it stand still; retries that are on their way are still awaited. */
  PAUSED,
  /** A person ended it; what it had not begun stays undone. */
  CANCELED,
  /** Each target has its result. */
  ENDED
}
