package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyTest {

  @ParameterizedTest
  @CsvSource({
    "READ_TIMEOUT, core, DOUBT", "HTTP_503, core, UNAVAILABLE", "HTTP_429, core, UNAVAILABLE", "UNREACHABLE, core, UNAVAILABLE",
    "CONNECTION_BEFORE_EFFECT, core, UNAVAILABLE", "HTTP_401, core, LOGIN", "LOGIN_REFUSED, mail, LOGIN", "OPERATION_INVALID, core, DEFINITION",
    "EXPR-001, '', DEFINITION", "FLOW-004, '', DEFINITION", "ACTION_FAILED, action, ACTION", "CARD_UNKNOWN, card-system, REFUSED",
    "HTTP_404, core, REFUSED", "NOTHING_PAID, '', FLOW"
  })
  void aCauseHasAnAdvice(String code, String connector, Remedy advice) {
    assertThat(Remedy.of(code, connector)).isEqualTo(advice);
  }

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void everyAdviceHasItsText(Remedy advice) {
    assertThat(ResourceBundle.getBundle("org.casebound.web.console.texts").getString("remedy." + advice)).isNotBlank();
  }
}
