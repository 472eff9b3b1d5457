package org.casebound.fulfillment.integration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110). */
final class RetryAfter {
  /** A receiver that asks for more is asked again after this; what is kept for it does not wait for ever. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** The pause that is asked for, at most a day; empty when the text says none. */
  static Optional<Duration> read(String text, Instant now) {
    String value = text.strip();
    Optional<Duration> asked = value.matches("[0-9]{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : until(value, now);
    return asked.map(pause -> pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }

  private static Optional<Duration> until(String date, Instant now) {
    try {
      Duration pause = Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
