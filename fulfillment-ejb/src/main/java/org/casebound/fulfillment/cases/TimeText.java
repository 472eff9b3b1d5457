package org.casebound.fulfillment.cases;

import java.time.Duration;

/** Durations as people say them. */
public final class TimeText {
  private TimeText() {}

  /** In the two largest units that fit: {@code 2 h 10 min}, {@code 40 min}, {@code 35 s}. A negative one counts as its opposite. */
  public static String of(Duration time) {
    Duration length = time.abs();
    if (length.toMinutes() < 1) {
      return length.toSeconds() + " s";
    }
    if (length.toHours() < 1) {
      return length.toMinutes() + " min";
    }
    return length.toMinutesPart() == 0 ? length.toHours() + " h" : "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
  }
}
