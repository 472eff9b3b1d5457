package org.casebound.fulfillment.studio;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** Durations as bundles write them: ISO 8601, e.g. {@code PT1H30M}, or {@code -P2D} where a time may lie before another. */
final class Durations {
  /** Longest duration of a definition: ten years. */
  static final Duration LONGEST = Duration.ofDays(3660);

  private Durations() {}

  /** The duration at the key. */
  static Optional<Duration> at(Place place, String key) {
    return place.text(key).map(Duration::parse);
  }

  /** The duration in the one form that is stored. */
  static String text(Duration duration) {
    return duration.isNegative() ? "-" + duration.negated() : duration.toString();
  }

  /** The duration, when it is one. */
  static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
