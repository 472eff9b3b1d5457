package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {
  @Test
  void isReadFromWhatAnExpressionNames() {
    assertThat(Owner.parse("anna")).contains(Owner.user("anna"));
    assertThat(Owner.parse("user: anna ")).contains(Owner.user("anna"));
    assertThat(Owner.parse(" queue:back_office")).contains(Owner.queue("back_office"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "user:", "queue: "})
  void isNobodyWhenNothingIsNamed(String text) {
    assertThat(Owner.parse(text)).isEmpty();
  }
}
