package org.casebound.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void measuresEverythingUnlessScenariosAreNamed() {
    assertThat(Options.parse().scenarios()).containsExactly("S0", "S1", "S2", "S3", "S4");
    assertThat(Options.parse("S1", "S0").wants("S2")).isFalse();
  }

  @Test
  void takesNumbersAndKeepsTheOtherDefaults() {
    Options options = Options.parse("--cases=500", "S1");

    assertThat(options.number("cases")).isEqualTo(500);
    assertThat(options.number("rounds")).isEqualTo(3);
  }

  @Test
  void profilesAScenario() {
    assertThat(Options.parse("--profile=S1").profile()).isEqualTo("S1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"S9", "--cases=many", "--cases", "--colour=red", "--profile=S0", "S1 S2"})
  void refusesWhatItDoesNotUnderstandAndSaysWhatItDoes(String argument) {
    assertThatThrownBy(() -> Options.parse(argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(argument)
        .hasMessageContaining("--rounds");
  }
}
