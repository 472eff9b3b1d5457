package org.casebound.fulfillment.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long ago something began, in bands that cover every age once. */
public enum AgeBand {
  /** Less than an hour ago. */
  HOUR(Duration.ZERO, Duration.ofHours(1)),
  /** An hour to a day ago. */
  DAY(Duration.ofHours(1), Duration.ofDays(1)),
  /** A day to seven days ago. */
  WEEK(Duration.ofDays(1), Duration.ofDays(7)),
  /** Seven days ago or longer. */
  OLDER(Duration.ofDays(7), Duration.ZERO);

  private final Duration least;
  private final Duration most;

  AgeBand(Duration least, Duration most) {
    this.least = least;
    this.most = most;
  }

  /** The end of the band: what began after that is younger. Empty for the youngest band. */
  public Optional<Instant> until(Instant now) {
    return least.isZero() ? Optional.empty() : Optional.of(now.minus(least));
  }

  /** The beginning of the band: only what began after that belongs to it. Empty for the oldest band. */
  public Optional<Instant> after(Instant now) {
    return most.isZero() ? Optional.empty() : Optional.of(now.minus(most));
  }
}
