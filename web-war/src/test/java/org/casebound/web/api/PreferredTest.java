package org.casebound.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredTest {
  @ParameterizedTest
  @ValueSource(strings = {"return=minimal", "Return=Minimal", "respond-async, return=minimal", "return = \"minimal\"; x=1", " return=minimal ,wait=5"})
  void understandsThatAMinimalAnswerIsEnough(String header) {
    assertThat(Preferred.minimal(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "return=representation", "minimal", "x=return=minimal", "return=minimally", "wait=5; return=minimal"})
  void ignoresWhatIsNoSuchPreference(String header) {
    assertThat(Preferred.minimal(header)).isFalse();
  }

  @Test
  void answersInFullWhenNothingIsPreferred() {
    assertThat(Preferred.minimal(null)).isFalse();
  }
}
