package org.casebound.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Block_Credit_Card", "step2", "A1_b2"})
  void acceptsLettersDigitsAndSingleUnderscores(String name) {
    assertThat(ApiName.require(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2a", "_a", "a_", "a__b", "a-b", "a b", "ä", "a\n"})
  void refusesEverythingElse(String name) {
    assertThatThrownBy(() -> ApiName.require(name))
        .isInstanceOf(RuleViolation.class)
        .extracting("code")
        .isEqualTo("NAME-001");
  }

  @ParameterizedTest
  @ValueSource(ints = {81, 1000, 100_000})
  void refusesNamesOfMoreThanEightyCharacters(int length) {
    assertThatThrownBy(() -> ApiName.require("a".repeat(length))).isInstanceOf(RuleViolation.class);
    assertThat(ApiName.require("a".repeat(80))).hasSize(80);
  }
}
