package org.casebound.fulfillment.due;

import java.time.Instant;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;

/**
 * Does the due tasks of one kind; a CDI bean. It works in the caller's transaction, which deletes the task when it returns.
 */
public interface DueTaskHandler {
  /** The kind that it does. */
  DueTaskKind kind();

  /**
   * Does the task. Locks the flow or case that it changes first. A task that has become pointless (its work item has ended) is
   * done by doing nothing.
   *
   * @throws RuntimeException rolls everything back; the task comes again after a pause
   */
  void handle(DueTask task, Instant now);
}
