package org.casebound.fulfillment.due;

import java.time.Duration;
import java.time.Instant;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;

/** Does the due tasks of a kind for which another system is asked; a CDI bean. No transaction is open while that takes its time. */
public interface DueErrand {
  /** The kind that it does, one of {@link DueTaskKind#isErrand}. */
  DueTaskKind kind();

  /** Whether it can do any; if not, its tasks wait. */
  boolean ready();

  /** How many this node does at the same time. */
  default int atATime() {
    return 4;
  }

  /** How long it takes at most: the task's lease. What comes of one that took longer is not applied. */
  Duration longest();

  /** Longest pause after failures. */
  Duration longestPause();

  /**
   * Asks. Called without a transaction, by several threads at the same time.
   *
   * @return what is then done in the transaction that deletes the task
   * @throws RuntimeException the task comes again after a pause
   */
  Ending run(long subjectId);

  /** Notes, in the transaction that notes the same in the task, that it could not be done. */
  void failed(DueTask task, String why, Instant now);

  /** What is done with an answer. */
  @FunctionalInterface
  interface Ending {
    /** Applies the answer in the caller's transaction. */
    void apply(DueTask task, Instant now);
  }
}
