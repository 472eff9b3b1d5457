package org.casebound.domain.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Until when a step waits. The machine has no clock; the engine turns it into an instant. */
public sealed interface WaitTime {
  /**
   * For a time from now on.
   *
   * @param duration &gt;= 0
   * @param calendar calendar of the bundle when it is business time
   */
  record For(Duration duration, Optional<String> calendar) implements WaitTime {}

  /** Until an instant; a past one is over at once. */
  record Until(Instant instant) implements WaitTime {}
}
