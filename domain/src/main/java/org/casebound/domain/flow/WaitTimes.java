package org.casebound.domain.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.casebound.domain.shared.RuleViolation;

/** Reads the times of waits. */
final class WaitTimes {
  private WaitTimes() {}

  /**
   * An ISO 8601 duration such as {@code PT2H}; a negative one counts as none.
   *
   * @throws RuleViolation FLOW-009 when it is none
   */
  static Duration duration(Object value, String element) {
    try {
      Duration read = Duration.parse(String.valueOf(value));
      return read.isNegative() ? Duration.ZERO : read;
    } catch (DateTimeParseException e) {
      throw unreadable(value, element, "an ISO 8601 duration, e.g. PT2H");
    }
  }

  /**
   * An ISO 8601 instant, a time with an offset, or a date, which begins at midnight UTC.
   *
   * @throws RuleViolation FLOW-009 when it is none
   */
  static Instant instant(Object value, String element) {
    String text = String.valueOf(value);
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw unreadable(value, element, "an ISO 8601 date or time with zone, e.g. 2026-01-31 or 2026-01-31T08:00:00Z");
    }
  }

  private static RuleViolation unreadable(Object value, String element, String wanted) {
    return new RuleViolation("FLOW-009", "Element '%s': '%s' is not %s.".formatted(element, value, wanted));
  }
}
