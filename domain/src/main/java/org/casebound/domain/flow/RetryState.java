package org.casebound.domain.flow;

/** What became of a retry. */
public enum RetryState {
  /** The step waits for its turn: for the time of its next try, for its connector, or for its flow to be resumed. */
  QUEUED,
  /** The step is being tried, or waits for an answer. */
  RUNNING,
  /** The step has passed. */
  FIXED,
  /** The step failed again: there is another incident. */
  FAILED_AGAIN,
  /** The step ended before it passed: its flow or its stage ended first. */
  OVERTAKEN;

  /** Whether nothing more will become of it. */
  public boolean ended() {
    return this == FIXED || this == FAILED_AGAIN || this == OVERTAKEN;
  }
}
