package org.casebound.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CallWindowPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** The rule said once more, in the long way: of the newest calls, those of the window, and which share of them failed. */
  @Property(tries = 500)
  void opensPreciselyWhenEnoughOfTheCallsOfTheWindowFailed(
      @ForAll @Size(min = 1, max = 160) List<Boolean> failed,
      @ForAll @IntRange(min = 0, max = 5_000) int pauseMillis,
      @ForAll @IntRange(min = 1, max = 100) int minimum,
      @ForAll @DoubleRange(min = 0.01, max = 1) double rate) {
    CircuitPolicy policy = new CircuitPolicy(Duration.ofSeconds(60), minimum, rate, Duration.ofSeconds(1), 1);
    CallWindow window = CallWindow.EMPTY;
    List<Boolean> seen = new ArrayList<>();
    for (int i = 0; i < failed.size(); i++) {
      window = window.with(NOW.plusMillis((long) i * pauseMillis), failed.get(i), policy);
      seen.add(failed.get(i));
      int inTime = pauseMillis == 0 ? seen.size() : Math.min(seen.size(), (60_000 - 1) / pauseMillis + 1);
      List<Boolean> counted = seen.subList(seen.size() - Math.min(inTime, 100), seen.size());
      long failures = counted.stream().filter(Boolean::booleanValue).count();
      assertThat(window.calls()).hasSize(counted.size());
      assertThat(window.failures()).isEqualTo(failures);
      assertThat(window.opens(policy)).isEqualTo(counted.size() >= minimum && failures >= rate * counted.size());
    }
  }

  @Property(tries = 100)
  void neverOpensWhileEverythingSucceeds(@ForAll @IntRange(min = 1, max = 300) int calls) {
    CallWindow window = CallWindow.EMPTY;
    for (int i = 0; i < calls; i++) {
      window = window.with(NOW, false, CircuitPolicy.DEFAULT);
    }
    assertThat(window.opens(CircuitPolicy.DEFAULT)).isFalse();
  }

  @Example
  void refusesAPolicyThatMakesNoSense() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new CircuitPolicy(Duration.ZERO, 1, 0.5, second, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CircuitPolicy(second, 101, 0.5, second, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CircuitPolicy(second, 1, 0, second, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CircuitPolicy(second, 1, Double.NaN, second, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CircuitPolicy(second, 1, 0.5, Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CircuitPolicy(second, 1, 0.5, second, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
