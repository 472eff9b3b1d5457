package org.casebound.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Sensitivity;
import org.junit.jupiter.api.Test;

class AttributeVisibilityTest {
  /** A condition is the name of an attribute that must say yes. */
  private static final Expressions YES =
      new Expressions() {
        @Override
        public Object value(String expression, Map<String, Object> facts) {
          return holds(expression, facts);
        }

        @Override
        public boolean holds(String condition, Map<String, Object> facts) {
          if (!(facts.get("request") instanceof Map<?, ?> request) || !request.containsKey(condition)) {
            throw new RuleViolation("EXPR-001", condition);
          }
          return request.get(condition).equals("yes");
        }
      };
  private static final AttributeValidation VALIDATION = new AttributeValidation(new PlainPatterns(), YES);

  private static AttributeDefinition attribute(String name, AttributeType type, boolean required, String visibleWhen) {
    return new AttributeDefinition(
        name, name, "", type, Optional.empty(), "", required, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), List.of(), Optional.of(visibleWhen).filter(condition -> !condition.isEmpty()), Sensitivity.INTERNAL);
  }

  private static final List<AttributeDefinition> CHAIN =
      List.of(
          attribute("a", AttributeType.TEXT, false, ""),
          attribute("b", AttributeType.TEXT, true, "a"),
          attribute("c", AttributeType.TEXT, true, "b"),
          attribute("d", AttributeType.CHECKBOX, true, "b"));

  @Test
  void whatIsNotThereIsNotRequiredAndItsValueIsNotKept() {
    AttributeCheck check = VALIDATION.check("", CHAIN, Map.of("a", "no", "b", "yes", "c", "typed before", "d", "no truth"));
    assertThat(check.problems()).isEmpty();
    assertThat(check.values()).containsOnly(Map.entry("a", "no"), Map.entry("d", false));
    assertThat(check.hidden()).containsExactlyInAnyOrder("b", "c", "d");
  }

  @Test
  void whatComesWithAnAnswerIsRequired() {
    assertThat(VALIDATION.check("", CHAIN, Map.of("a", "yes")).problems()).extracting(AttributeProblem::pointer).containsExactly("/b");
    assertThat(VALIDATION.check("", CHAIN, Map.of("a", "yes", "b", "yes")).problems())
        .extracting(AttributeProblem::pointer)
        .containsExactly("/c", "/d");
    assertThat(VALIDATION.check("", CHAIN, Map.of("a", "yes", "b", "no")).passed()).isTrue();
  }

  @Test
  void aConditionThatCanNotBeAnsweredDoesNotHold() {
    assertThat(VALIDATION.hidden(CHAIN, Map.of())).containsExactly("b", "c", "d");
    assertThat(VALIDATION.hidden(CHAIN, Map.of("a", "no", "b", "yes"))).containsExactly("b", "c", "d");
    assertThat(VALIDATION.hidden(CHAIN, Map.of("a", "yes", "b", "yes"))).isEmpty();
  }

  @Test
  void anUnknownAttributeIsRefusedEvenIfNothingIsThere() {
    assertThat(VALIDATION.check("", CHAIN, Map.of("x", 1)).problems()).extracting(AttributeProblem::code).containsExactly("ATTR-001");
  }
}
