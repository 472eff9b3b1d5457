package org.casebound.domain.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of working time on the time line, {@code from} inclusive, {@code to} exclusive, never empty. */
public record WorkingSpan(Instant from, Instant to) {
  /** How long it is in real time. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
