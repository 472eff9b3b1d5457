package org.casebound.fulfillment.operation;

/** What is done to each target of a batch. */
public enum BatchAction {
  /** The failed step tries again where it stopped; what becomes of it is awaited. */
  RETRY,
  /** The failed step ends with a given outcome. */
  SKIP,
  /** The flow is canceled. */
  CANCEL,
  /** The flow stands still, and so do its timers and the promised times of its case. */
  SUSPEND,
  /** The suspended flow goes on. */
  RESUME;

  /** Whether it can be done to such targets. */
  public boolean fits(BatchTarget target) {
    return switch (this) {
      case RETRY, SKIP -> target == BatchTarget.INCIDENTS;
      case CANCEL -> true;
      case SUSPEND, RESUME -> target == BatchTarget.FLOWS;
    };
  }
}
