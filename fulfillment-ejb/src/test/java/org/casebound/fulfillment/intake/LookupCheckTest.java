package org.casebound.fulfillment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupCheckTest {
  private static final AttributeDefinition EARLIER =
      new AttributeDefinition(
          "earlier", "Earlier case", "", AttributeType.LOOKUP, Optional.empty(), "", false, Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), List.of(), List.of(), Optional.empty(), Sensitivity.INTERNAL);

  /** Anna sees case 7 and nobody sees another. */
  private final LookupCheck check = new LookupCheck((number, caller) -> number.id() == 7 && caller.name().equals("anna"));

  private List<Problem> problems(String number, String user) {
    List<Problem> problems = new ArrayList<>();
    check.check("/attributes", List.of(EARLIER), Map.of("earlier", number), Caller.named(user), problems);
    return problems;
  }

  @Test
  void takesACaseThatTheCallerSees() {
    assertThat(problems("C-00000007", "anna")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C-00000008", "C-000000007", "C-7", "7", " C-00000007", "C-00000000", "drop table"})
  void refusesWhatIsNoCaseThatTheCallerSees(String number) {
    assertThat(problems(number, "anna")).singleElement().extracting(Problem::pointer, Problem::code).containsExactly("/attributes/earlier", "ATTR-010");
  }

  @Test
  void saysTheSameOfACaseOfOthersAsOfNone() {
    assertThat(problems("C-00000007", "bob").get(0).message()).isEqualTo(problems("C-00000009", "bob").get(0).message().replace('9', '7'));
  }

  @Test
  void asksNothingWithoutAValue() {
    List<Problem> problems = new ArrayList<>();
    check.check("/attributes", List.of(EARLIER), Map.of(), Caller.named("bob"), problems);
    assertThat(problems).isEmpty();
  }
}
