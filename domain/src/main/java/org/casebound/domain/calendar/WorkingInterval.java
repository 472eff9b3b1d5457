package org.casebound.domain.calendar;

import java.time.LocalTime;
import org.casebound.domain.shared.RuleViolation;

/**
 * A stretch of a day in which people work, in the calendar's local time.
 *
 * @param from first moment that counts
 * @param to first moment that does not count any more; midnight means the end of the day
 * @throws RuleViolation CAL-001 when it would end before it begins or be empty
 */
public record WorkingInterval(LocalTime from, LocalTime to) {
  /** Midnight to midnight. */
  public static final WorkingInterval WHOLE_DAY = new WorkingInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public WorkingInterval {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new RuleViolation(
          "CAL-001", "Working hours from %s to %s end before they begin: an interval lies within one day; split it at midnight.".formatted(from, to));
    }
  }

  /** Whether the interval counts at this time of day. */
  boolean contains(LocalTime time) {
    return !time.isBefore(from) && (endsWithTheDay() || time.isBefore(to));
  }

  boolean endsWithTheDay() {
    return to.equals(LocalTime.MIDNIGHT);
  }
}
