package org.casebound.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StateTableTest {
  private enum Light {
    RED,
    GREEN,
    BROKEN
  }

  private static final StateTable<Light> TABLE =
      StateTable.of("light", Light.class).row(Light.RED, Light.GREEN, Light.BROKEN).row(Light.GREEN, Light.RED).build();

  @Test
  void permitsWhatItsRowsSayAndNothingElse() {
    assertThat(TABLE.permits(Light.RED, Light.GREEN)).isTrue();
    assertThat(TABLE.permits(Light.GREEN, Light.BROKEN)).isFalse();
    assertThat(TABLE.permits(Light.RED, Light.RED)).isFalse();
    assertThat(TABLE.change(Light.RED, Light.BROKEN)).isEqualTo(Light.BROKEN);
  }

  @Test
  void saysInWordsWhatItRefuses() {
    assertThatThrownBy(() -> TABLE.change(Light.BROKEN, Light.RED))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("A light that is BROKEN can not become RED.")
        .extracting("code")
        .isEqualTo("STATE-001");
  }

  @Test
  void takesAStateWithoutARowForFinal() {
    assertThat(TABLE.isFinal(Light.BROKEN)).isTrue();
    assertThat(TABLE.isFinal(Light.GREEN)).isFalse();
    assertThat(TABLE.from(Light.RED)).containsExactlyInAnyOrder(Light.GREEN, Light.BROKEN);
  }
}
