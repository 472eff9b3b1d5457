package org.casebound.domain.flow;

/** What became of an acknowledgement. */
public enum ReplyState {
  /** Came before the step was parked; is applied when it is. */
  WAITING,
  /** Applied to its step. */
  MATCHED,
  /** Answers no call that is known; a person looks at it. */
  UNMATCHED
}
