package org.casebound.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Sensitivity;
import org.junit.jupiter.api.Test;

class AttributeRowsTest {
  private static final AttributeValidation VALIDATION = new AttributeValidation(new PlainPatterns(), new UnaskedExpressions());

  private static AttributeDefinition attribute(
      String name, AttributeType type, boolean required, Optional<String> fallback, String min, String max, AttributeDefinition... columns) {
    return new AttributeDefinition(
        name, "Label of " + name, "", type, Optional.empty(), "", required, fallback, Optional.empty(),
        Optional.of(min).filter(text -> !text.isEmpty()).map(BigDecimal::new),
        Optional.of(max).filter(text -> !text.isEmpty()).map(BigDecimal::new),
        List.of(), List.of(columns), Optional.empty(), Sensitivity.INTERNAL);
  }

  private static AttributeDefinition plain(AttributeType type) {
    return attribute("a", type, false, Optional.empty(), "", "");
  }

  private static final AttributeDefinition CARD = attribute("card", AttributeType.TEXT, true, Optional.empty(), "4", "8");
  private static final AttributeDefinition LIMIT = attribute("limit", AttributeType.NUMBER, false, Optional.of("100"), "1", "500");
  private static final AttributeDefinition CARDS =
      attribute("cards", AttributeType.LIST_OF_MAPS, true, Optional.empty(), "1", "3", CARD, LIMIT);

  private static AttributeCheck check(AttributeDefinition attribute, Object raw) {
    return VALIDATION.check("/attributes", List.of(attribute), Collections.singletonMap(attribute.name(), raw));
  }

  @Test
  void rowsAreTypedByTheirColumnsAndGetTheirDefaults() {
    AttributeCheck check = check(CARDS, List.of(Map.of("card", "4000", "limit", 20), Map.of("card", "5000")));
    assertThat(check.problems()).isEmpty();
    assertThat(check.values())
        .containsEntry(
            "cards",
            List.of(Map.of("card", "4000", "limit", new BigDecimal("20")), Map.of("card", "5000", "limit", new BigDecimal("100"))));
  }

  @Test
  void eachProblemNamesItsPlaceInTheRows() {
    AttributeCheck check = check(CARDS, List.of(Map.of("card", "40", "limit", 501), Map.of("limit", 3), "a row", Map.of("card", "4000", "x", 1)).subList(0, 3));
    assertThat(check.problems())
        .extracting(AttributeProblem::pointer)
        .containsExactly("/attributes/cards/0/card", "/attributes/cards/0/limit", "/attributes/cards/1/card", "/attributes/cards/2");
    assertThat(check.problems()).extracting(AttributeProblem::code).containsExactly("ATTR-005", "ATTR-004", "ATTR-002", "ATTR-003");
    assertThat(check(CARDS, List.of(Map.of("card", "4000", "x", 1))).problems())
        .containsExactly(new AttributeProblem("/attributes/cards/0/x", "ATTR-001", "'x' is not known here. Known: card, limit."));
  }

  @Test
  void thereAreNeitherTooFewNorTooManyRows() {
    assertThat(check(CARDS, Collections.nCopies(4, Map.of("card", "4000"))).problems())
        .containsExactly(new AttributeProblem("/attributes/cards", "ATTR-009", "Label of cards must have 1 to 3 rows."));
    assertThat(check(CARDS, List.of()).problems()).extracting(AttributeProblem::code).containsExactly("ATTR-002");
    assertThat(check(plain(AttributeType.LIST_OF_INTEGER), Collections.nCopies(201, 1)).problems())
        .extracting(AttributeProblem::message)
        .containsExactly("Label of a must have at most 200 rows.");
    assertThat(check(CARDS, "4000").problems()).extracting(AttributeProblem::code).containsExactly("ATTR-003");
  }

  @Test
  void listsOfPlainValuesCheckEachOfThem() {
    assertThat(check(plain(AttributeType.LIST_OF_STRING), List.of("a", "b")).values()).containsEntry("a", List.of("a", "b"));
    assertThat(check(plain(AttributeType.LIST_OF_INTEGER), List.of(1, 2L)).values()).containsEntry("a", List.of(1L, 2L));
    assertThat(check(plain(AttributeType.LIST_OF_DOUBLE), List.of(1.5)).values()).containsEntry("a", List.of(new BigDecimal("1.5")));
    assertThat(check(plain(AttributeType.LIST_OF_BOOLEAN), List.of(true, false)).values()).containsEntry("a", List.of(true, false));
    assertThat(check(plain(AttributeType.LIST_OF_INTEGER), List.of(1, "two", 2.5)).problems())
        .extracting(AttributeProblem::pointer)
        .containsExactly("/attributes/a/1", "/attributes/a/2");
    assertThat(check(plain(AttributeType.LIST_OF_STRING), Arrays.asList("a", null, "")).problems()).hasSize(2);
  }

  @Test
  void aMapHasTheValuesOfItsColumns() {
    AttributeDefinition map = attribute("card", AttributeType.MAP, false, Optional.empty(), "", "", CARD, LIMIT);
    assertThat(check(map, Map.of("card", "4000")).values()).containsEntry("card", Map.of("card", "4000", "limit", new BigDecimal("100")));
    assertThat(check(map, Map.of("limit", "many")).problems())
        .extracting(AttributeProblem::pointer)
        .containsExactly("/attributes/card/card", "/attributes/card/limit");
    assertThat(check(map, List.of()).values()).containsEntry("card", Map.of());
  }

  @Test
  void whatWasNotGivenIsEmptyAndAToggleIsOff() {
    assertThat(VALIDATION.check("", List.of(plain(AttributeType.LIST_OF_STRING)), Map.of()).values()).containsEntry("a", List.of());
    assertThat(VALIDATION.check("", List.of(plain(AttributeType.TOGGLE)), Map.of()).values()).containsEntry("a", false);
    AttributeDefinition withDefault = attribute("a", AttributeType.LIST_OF_INTEGER, false, Optional.of("1, 2"), "", "");
    assertThat(VALIDATION.check("", List.of(withDefault), Map.of()).values()).containsEntry("a", List.of(1L, 2L));
  }

  @Test
  void aDisplayTextHasNoValueAndTakesNone() {
    AttributeDefinition told = plain(AttributeType.DISPLAY_TEXT);
    assertThat(VALIDATION.check("", List.of(told), Map.of()).values()).isEmpty();
    assertThat(check(told, "something").problems()).extracting(AttributeProblem::code).containsExactly("ATTR-001");
  }
}
