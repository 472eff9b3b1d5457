package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.Optional;

/** Checks durations: that they are some, and how long they may be. */
final class DurationMeaning {
  private DurationMeaning() {}

  /** A duration that is longer than nothing. */
  static Optional<Duration> positive(Place place, Duration longest, Problems problems) {
    return within(place, Duration.ofMillis(1), longest, "longer than nothing and ", problems);
  }

  /** A duration that may be nothing. */
  static Optional<Duration> notNegative(Place place, Problems problems) {
    return within(place, Duration.ZERO, Durations.LONGEST, "", problems);
  }

  /** A duration that may be negative. */
  static Optional<Duration> offset(Place place, Problems problems) {
    return within(place, Durations.LONGEST.negated(), Durations.LONGEST, "", problems);
  }

  private static Optional<Duration> within(
      Place place, Duration least, Duration longest, String bound, Problems problems) {
    if (place.text().isEmpty() || problems.isIll(place)) {
      return Optional.empty();
    }
    Optional<Duration> duration = Durations.parsed(place.text().get());
    if (duration.isEmpty()) {
      problems.at(place, "This is not a duration.", "Write e.g. PT5S, PT1H30M or P2D.");
      problems.markIll(place);
    } else if (duration.get().compareTo(least) < 0 || duration.get().compareTo(longest) > 0) {
      problems.at(place, "This must be %sat most %d days.".formatted(bound, longest.toDays()), "");
      problems.markIll(place);
      return Optional.empty();
    }
    return duration;
  }
}
