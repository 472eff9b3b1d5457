package org.casebound.fulfillment.desk;

import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;

/**
 * Which due tasks to list, those due first first.
 *
 * @param kind only those of this kind
 * @param which all, or only those that are overdue or have failed
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record TimerQuery(Optional<DueTaskKind> kind, Which which, Optional<String> cursor, int size) {
  /** Which of them. */
  public enum Which {
    ALL,
    /** Due for more than a minute, and no node has done them. */
    OVERDUE,
    /** Failed at least once; they come again. */
    FAILED
  }
}
