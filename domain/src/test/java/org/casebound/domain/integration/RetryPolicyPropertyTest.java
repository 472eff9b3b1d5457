package org.casebound.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetryPolicyPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final RetryPolicy DEFAULT = RetryPolicy.DEFAULT;

  @Property(tries = 300)
  void everyPauseStaysWithinItsBounds(
      @ForAll @IntRange(min = 1, max = 100) int maxAttempts,
      @ForAll @IntRange(min = 1, max = 99) int attempts,
      @ForAll @IntRange(min = 1, max = 100_000) int initial,
      @ForAll @IntRange(min = 1, max = 100) int growth,
      @ForAll @DoubleRange(min = 1, max = 10) double multiplier,
      @ForAll @DoubleRange(min = 0, max = 1) double jitter,
      @ForAll @DoubleRange(min = 0, max = 0.99) double random) {
    Duration longest = Duration.ofMillis((long) initial * growth);
    RetryPolicy policy = new RetryPolicy(maxAttempts, Duration.ofMillis(initial), longest, multiplier, jitter);

    Optional<Instant> next = policy.next(attempts, Optional.empty(), random, NOW);

    assertThat(next.isPresent()).isEqualTo(attempts < maxAttempts);
    next.ifPresent(
        time -> {
          long pause = Duration.between(NOW, time).toMillis();
          assertThat(pause).isBetween(1L, Math.round(longest.toMillis() * (1 + jitter)) + 1);
          assertThat(pause).isGreaterThanOrEqualTo((long) (initial * (1 - jitter)));
        });
  }

  @Example
  void pausesGrowUpToTheLongest() {
    assertThat(pause(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pause(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pause(7)).isEqualTo(Duration.ofSeconds(64));
    RetryPolicy many = new RetryPolicy(100, Duration.ofSeconds(1), Duration.ofMinutes(5), 2, 0.2);
    assertThat(many.next(99, Optional.empty(), 0.5, NOW)).contains(NOW.plus(Duration.ofMinutes(5)));
  }

  @Example
  void defaultTriesAreUsedUpAfterTheEighth() {
    assertThat(DEFAULT.next(7, Optional.empty(), 0.5, NOW)).isPresent();
    assertThat(DEFAULT.next(8, Optional.empty(), 0.5, NOW)).isEmpty();
  }

  @Example
  void aLongerPauseThatTheBackOfficeAskedForIsObeyed() {
    assertThat(DEFAULT.next(1, Optional.of(Duration.ofMinutes(10)), 0.5, NOW)).contains(NOW.plus(Duration.ofMinutes(10)));
    assertThat(DEFAULT.next(3, Optional.of(Duration.ofMillis(5)), 0.5, NOW)).contains(NOW.plusSeconds(4));
  }

  @Example
  void refusesPoliciesThatMakeNoSense() {
    Duration second = Duration.ofSeconds(1);
    assertRefused(() -> new RetryPolicy(0, second, second, 2, 0));
    assertRefused(() -> new RetryPolicy(101, second, second, 2, 0));
    assertRefused(() -> new RetryPolicy(1, Duration.ZERO, second, 2, 0));
    assertRefused(() -> new RetryPolicy(1, Duration.ofMinutes(1), second, 2, 0));
    assertRefused(() -> new RetryPolicy(1, second, second, 0.9, 0));
    assertRefused(() -> new RetryPolicy(1, second, second, 2, 1.1));
  }

  private static void assertRefused(Runnable making) {
    assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
  }

  private static Duration pause(int attempts) {
    return Duration.between(NOW, DEFAULT.next(attempts, Optional.empty(), 0.5, NOW).orElseThrow());
  }
}
