package org.casebound.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casebound.domain.cases.CaseStatus;
import org.casebound.web.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  @Test
  void readsWhatIsThereAndLetsTheRestBeAbsent() {
    assertThat(Parameters.text("owner", null)).isEmpty();
    assertThat(Parameters.text("owner", "")).isEmpty();
    assertThat(Parameters.text("owner", "ann")).contains("ann");
    assertThat(Parameters.choice("status", "CLOSED", CaseStatus.class)).contains(CaseStatus.CLOSED);
    assertThat(Parameters.size("100")).isEqualTo(100);
    assertThat(Parameters.idempotencyKey(null)).isEmpty();
    assertThat(Parameters.idempotencyKey("a-1/~")).contains("a-1/~");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "", "9999999999"})
  void refusesASizeThatIsNoPage(String size) {
    assertThatThrownBy(() -> Parameters.size(size)).isInstanceOf(ProblemException.class).hasMessageContaining("'size'");
  }

  @Test
  void namesTheChoices() {
    assertThatThrownBy(() -> Parameters.choice("status", "closed", CaseStatus.class))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("CLOSED");
  }

  @Test
  void refusesATextThatNoDatabaseTakes() {
    assertThatThrownBy(() -> Parameters.text("owner", "a\0")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Parameters.text("owner", "\ud800")).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "a\n"})
  void refusesAnIdempotencyKeyOutsideVisibleAscii(String key) {
    assertThatThrownBy(() -> Parameters.idempotencyKey(key)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Parameters.idempotencyKey("k".repeat(256))).isInstanceOf(ProblemException.class);
  }
}
