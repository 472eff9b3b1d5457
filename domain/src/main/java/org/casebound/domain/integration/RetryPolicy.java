package org.casebound.domain.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed call is tried again: exponential back-off with jitter (specification, section G).
 *
 * @param maxAttempts tries in all, the first included; 1 to 100, default 8
 * @param initialDelay pause before the second try, > 0; default PT1S
 * @param maxDelay upper bound of a pause; default PT5M
 * @param multiplier growth of the pause from try to try, >= 1; default 2
 * @param jitter share of the pause that is random, 0 to 1; default 0.2 (the pause is drawn from +-20 %)
 */
public record RetryPolicy(
    int maxAttempts, Duration initialDelay, Duration maxDelay, double multiplier, double jitter) {
  /** Eight tries over about two minutes. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(8, Duration.ofSeconds(1), Duration.ofMinutes(5), 2, 0.2);

  public RetryPolicy {
    if (maxAttempts < 1 || maxAttempts > 100) {
      throw new IllegalArgumentException("maxAttempts must be 1 to 100, not " + maxAttempts);
    }
    if (initialDelay.isNegative() || initialDelay.isZero() || maxDelay.compareTo(initialDelay) < 0) {
      throw new IllegalArgumentException("need 0 < initialDelay <= maxDelay");
    }
    if (multiplier < 1 || jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException("need multiplier >= 1 and 0 <= jitter <= 1");
    }
  }

  /**
   * The time of the next try.
   *
   * @param attempts tries made so far, >= 1
   * @param retryAfter pause that the back office asked for; obeyed when it is longer than ours
   * @param random a number in [0, 1) that places the pause within the jitter
   * @return empty when the tries are used up
   */
  public Optional<Instant> next(
      int attempts, Optional<Duration> retryAfter, double random, Instant now) {
    if (attempts >= maxAttempts) {
      return Optional.empty();
    }
    Duration pause = pause(attempts, random);
    Duration longest = retryAfter.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    return Optional.of(now.plus(longest));
  }

  /**
   * How long to wait after a try, whether or not another one is allowed.
   *
   * @param attempts tries made so far, >= 1
   * @param random a number in [0, 1) that places the pause within the jitter
   */
  public Duration pause(int attempts, double random) {
    double factor = Math.pow(multiplier, attempts - 1.0);
    double millis = Math.min(initialDelay.toMillis() * factor, maxDelay.toMillis());
    double spread = millis * jitter * (2 * random - 1);
    return Duration.ofMillis(Math.max(1, Math.round(millis + spread)));
  }
}
