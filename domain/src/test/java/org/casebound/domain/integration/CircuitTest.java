package org.casebound.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.casebound.domain.shared.RuleViolation;

class CircuitTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(10);

  private final Circuit circuit = new Circuit("core-banking", "java:/eis/CoreBanking", NOW);

  @Example
  void opensIsProbedAndClosesAndParkedWorkResumes() {
    circuit.open("10 of the last 10 calls failed", "system", LATER, NOW);
    assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
    assertThat(circuit.probeAt()).contains(LATER);
    circuit.probe(LATER.plusSeconds(60));
    circuit.send(7, LATER.plusSeconds(61));
    assertThat(circuit.state()).isEqualTo(CircuitState.HALF_OPEN);
    assertThat(circuit.probeAttempt()).contains(7L);
    circuit.close("a parked call went through", "system", LATER);
    assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);
    assertThat(circuit.probeAttempt()).isEmpty();
    assertThat(circuit.probeAt()).isEmpty();
    assertThat(circuit.resuming()).isTrue();
    circuit.resumed(0, LATER.plusSeconds(1));
    assertThat(circuit.resuming()).isFalse();
  }

  @Example
  void aFailedProbeLeavesItOpenSinceItOpened() {
    circuit.open("why", "system", LATER, NOW);
    circuit.probe(LATER);
    circuit.probeFailed(LATER.plusSeconds(5));
    assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
    assertThat(circuit.since()).isEqualTo(NOW);
    assertThat(circuit.reason()).isEqualTo("why");
    assertThat(circuit.probeAt()).contains(LATER.plusSeconds(5));
  }

  @Example
  void onlyAPersonStartsWhatAPersonStopped() {
    circuit.stop("maintenance", "operator", NOW);
    assertThat(circuit.probeAt()).isEmpty();
    assertThatThrownBy(() -> circuit.probe(LATER)).isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> circuit.open("x", "system", LATER, NOW)).isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> circuit.stop("again", "operator", NOW)).isInstanceOf(RuleViolation.class);
    circuit.close("maintenance is over", "operator", LATER);
    assertThat(circuit.actor()).isEqualTo("operator");
    assertThat(circuit.resuming()).isTrue();
  }

  /** However often it is asked, no more resume than the rate permits for the time that has passed, and a second more. */
  @Property(tries = 200)
  void resumesAtMostAtItsRate(
      @ForAll @IntRange(min = 1, max = 500) int rate,
      @ForAll @IntRange(min = 1, max = 3_000) int pauseMillis,
      @ForAll @IntRange(min = 1, max = 100) int looks) {
    Circuit resuming = new Circuit("core-banking", "java:/eis/CoreBanking", NOW);
    CircuitPolicy policy = new CircuitPolicy(Duration.ofMinutes(1), 1, 0.5, Duration.ofSeconds(1), rate);
    resuming.stop("x", "operator", NOW);
    resuming.close("x", "operator", NOW);
    long total = 0;
    Instant at = NOW;
    for (int i = 0; i < looks; i++) {
      at = at.plusMillis(pauseMillis);
      int allowed = resuming.allowance(policy, at);
      assertThat(allowed).isBetween(0, rate);
      if (allowed > 0) {
        resuming.resumed(allowed, at);
        total += allowed;
      }
    }
    assertThat(total).isLessThanOrEqualTo((long) rate * pauseMillis * looks / 1000 + rate);
    if ((long) rate * pauseMillis * looks >= 2_000_000L && pauseMillis <= 1000) {
      assertThat(total).isPositive();
    }
  }
}
