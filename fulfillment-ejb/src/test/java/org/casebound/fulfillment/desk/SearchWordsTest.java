package org.casebound.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource(
      value = {"Move to Harbour|move,to,harbour", "  a--b  |a,b", "'x' & !y :*|x,y", "Müller Straße 7|müller,straße,7", "%_|''", "''|''"},
      delimiter = '|')
  void areLettersAndDigitsInLowerCase(String text, String words) {
    assertThat(String.join(",", SearchWords.of(text))).isEqualTo(words);
  }

  @Test
  void areFewAndShort() {
    assertThat(SearchWords.of("a b c d e f g h")).hasSize(6);
    assertThat(SearchWords.of("x".repeat(500)).get(0)).hasSize(60);
  }
}
