package org.casebound.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of a version that is to come into force at a time. */
class ScheduledActivationTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);

  @ParameterizedTest
  @ValueSource(strings = {"-P1D", "PT0S", "P731DT0.000001S"})
  void itsTimeIsAheadAndNotTooFarAhead(Duration ahead) {
    assertThatThrownBy(() -> at(NOW.plus(ahead)))
        .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("PROC-021"));
  }

  @Test
  void itsTimeMayBeTwoYearsAhead() {
    assertThat(at(NOW.plus(ScheduledActivation.FARTHEST)).isWaiting()).isTrue();
  }

  @Test
  void itIsDoneOnce() {
    ScheduledActivation activation = at(LATER);
    activation.take("system", LATER);
    assertThat(activation.state()).isEqualTo(ActivationState.DONE);
    assertThat(activation.endedAt()).hasValue(LATER);
    assertThatThrownBy(() -> activation.take("system", LATER)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> activation.refuse("x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> activation.close("jane", "x", LATER)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoCalledItOffStaysWithIt() {
    ScheduledActivation activation = at(LATER);
    activation.close("joe", "The law was put off.", NOW.plusSeconds(60));
    assertThat(activation.state()).isEqualTo(ActivationState.CALLED_OFF);
    assertThat(activation.endedBy()).hasValue("joe");
    assertThat(activation.endedAt()).hasValue(NOW.plusSeconds(60));
    assertThat(activation.endReason()).isEqualTo("The law was put off.");
    assertThatThrownBy(() -> activation.take("system", LATER)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRefusalStaysOpenAndIsStillOneWhenSomebodyHasDealtWithIt() {
    ScheduledActivation activation = at(LATER);
    activation.refuse("No connector.");
    assertThat(activation.isWaiting()).isFalse();
    assertThat(activation.endedAt()).isEmpty();
    activation.close("joe", "activated by hand", LATER.plusSeconds(60));
    assertThat(activation.state()).isEqualTo(ActivationState.REFUSED);
    assertThat(activation.obstacle()).isEqualTo("No connector.");
    assertThat(activation.endedBy()).hasValue("joe");
  }

  private static ScheduledActivation at(Instant effectiveAt) {
    return new ScheduledActivation(1, "Gift", 2, effectiveAt, "jane", "", NOW);
  }
}
