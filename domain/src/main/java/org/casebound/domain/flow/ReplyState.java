package org.casebound.domain.flow;

import org.casebound.domain.shared.StateTable;

/** What became of an acknowledgement. */
public enum ReplyState {
  /** Came before the step was parked; is applied when it is. */
  WAITING,
  /** Applied to its step. */
  MATCHED,
  /** Answers no call that is known; a person looks at it. */
  UNMATCHED,
  /** A person looked at it and put it aside. */
  DISCARDED;

  /** The permitted changes. */
  public static final StateTable<ReplyState> TABLE =
      StateTable.of("reply", ReplyState.class)
          .row(WAITING, MATCHED, DISCARDED)
          .row(UNMATCHED, MATCHED, DISCARDED)
          .build();
}
