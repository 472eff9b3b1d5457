package org.casebound.fulfillment.operation;

import java.util.Map;
import org.casebound.domain.flow.RetryState;

/** What became of one target of a batch. */
public enum BatchItemState {
  /** Its turn has not come. */
  PENDING,
  /** The step is queued again or being tried: what becomes of it is not known yet. */
  TRIED,
  /** The step that was tried again has passed. */
  FIXED,
  /** The step that was tried again has failed again. */
  FAILED_AGAIN,
  /** The flow ended, or the step was left, before it passed. */
  OVERTAKEN,
  /** Done: skipped, canceled, suspended or resumed. */
  DONE,
  /** The engine refused it, with its reason. */
  REFUSED,
  /** Somebody, or the flow itself, resolved the incident before its turn came. */
  RESOLVED_MEANWHILE,
  /** The batch was canceled before its turn came. */
  CANCELED;

  private static final Map<RetryState, BatchItemState> OF_RETRY =
      Map.of(
          RetryState.QUEUED, TRIED,
          RetryState.RUNNING, TRIED,
          RetryState.FIXED, FIXED,
          RetryState.FAILED_AGAIN, FAILED_AGAIN,
          RetryState.OVERTAKEN, OVERTAKEN);

  /** What a retry that stands so means for its target. */
  static BatchItemState of(RetryState retry) {
    return OF_RETRY.get(retry);
  }
}
