package org.casebound.domain.integration;

import java.time.Duration;

/**
 * When the circuit of a connector opens, how it is probed, and how fast parked work resumes.
 *
 * @param window how far back calls count, > 0; default PT1M
 * @param minimumCalls fewest calls in the window that can open the circuit, 1 to {@value #MOST_CALLS}; default 10
 * @param failureRate share of failed calls that opens it, above 0 up to 1; default 0.5
 * @param probeInterval pause before a probe, > 0; default PT10S
 * @param resumeRate parked tries that resume in a second, over all nodes, 1 to 10 000; default 50
 */
public record CircuitPolicy(
    Duration window, int minimumCalls, double failureRate, Duration probeInterval, int resumeRate) {
  /** Newest calls that a window keeps. */
  public static final int MOST_CALLS = 100;

  /** Ten calls of a minute, half of which failed. */
  public static final CircuitPolicy DEFAULT =
      new CircuitPolicy(Duration.ofMinutes(1), 10, 0.5, Duration.ofSeconds(10), 50);

  public CircuitPolicy {
    if (window.isNegative() || window.isZero() || probeInterval.isNegative() || probeInterval.isZero()) {
      throw new IllegalArgumentException("window and probeInterval must be positive");
    }
    if (minimumCalls < 1 || minimumCalls > MOST_CALLS) {
      throw new IllegalArgumentException("minimumCalls must be 1 to %d, not %d".formatted(MOST_CALLS, minimumCalls));
    }
    if (!(failureRate > 0 && failureRate <= 1)) {
      throw new IllegalArgumentException("failureRate must be above 0 and at most 1, not " + failureRate);
    }
    if (resumeRate < 1 || resumeRate > 10_000) {
      throw new IllegalArgumentException("resumeRate must be 1 to 10000, not " + resumeRate);
    }
  }
}
