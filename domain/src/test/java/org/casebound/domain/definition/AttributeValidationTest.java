package org.casebound.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.shared.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeValidationTest {
  private static final AttributeValidation VALIDATION = new AttributeValidation(new PlainPatterns(), new UnaskedExpressions());
  private static final List<String> OPTIONS = List.of("lost", "stolen", "7");

  private static AttributeDefinition attribute(AttributeType type) {
    List<AttributeDefinition.Option> options =
        switch (type) {
          case PICKLIST, RADIO_BUTTON, MULTI_SELECT_PICKLIST, QUEUE ->
              OPTIONS.stream().map(o -> new AttributeDefinition.Option(o, o)).toList();
          default -> List.of();
        };
    return attribute("a", type, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), options);
  }

  private static AttributeDefinition attribute(
      String name,
      AttributeType type,
      boolean required,
      Optional<String> fallback,
      Optional<String> pattern,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      List<AttributeDefinition.Option> options) {
    return new AttributeDefinition(
        name, "Label", "", type, Optional.empty(), "", required, fallback, pattern, min, max, options, List.of(), Optional.empty(), Sensitivity.INTERNAL);
  }

  private static AttributeDefinition bounded(AttributeType type, String min, String max) {
    return attribute(
        "a", type, false, Optional.empty(), Optional.empty(),
        Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max)), List.of());
  }

  private static AttributeDefinition required(AttributeType type) {
    return attribute("a", type, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of(AttributeType.TEXT, "Ünïcödé 😀", "Ünïcödé 😀"),
        Arguments.of(AttributeType.MULTILINE_TEXT, "a\nb", "a\nb"),
        Arguments.of(AttributeType.LOOKUP, "C-00000051", "C-00000051"),
        Arguments.of(AttributeType.QUEUE, "stolen", "stolen"),
        Arguments.of(AttributeType.ATTACHMENT, "proof.pdf", "proof.pdf"),
        Arguments.of(AttributeType.LIST_OF_ATTACHMENT, List.of("a.png", "b.png"), List.of("a.png", "b.png")),
        Arguments.of(AttributeType.NUMBER, 1, new BigDecimal("1")),
        Arguments.of(AttributeType.NUMBER, 1.5, new BigDecimal("1.5")),
        Arguments.of(AttributeType.NUMBER, new BigDecimal("1E3"), new BigDecimal("1000")),
        Arguments.of(AttributeType.CURRENCY, new BigDecimal("10.50"), new BigDecimal("10.50")),
        Arguments.of(AttributeType.PERCENTAGE, 7L, new BigDecimal("7")),
        Arguments.of(AttributeType.INTEGER, 5, 5L),
        Arguments.of(AttributeType.INTEGER, new BigDecimal("5.0"), 5L),
        Arguments.of(AttributeType.INTEGER, BigInteger.valueOf(Long.MAX_VALUE), Long.MAX_VALUE),
        Arguments.of(AttributeType.DATE, "2024-02-29", "2024-02-29"),
        Arguments.of(AttributeType.DATETIME, "2026-11-23T10:30:00+01:00", "2026-11-23T09:30:00.000Z"),
        Arguments.of(AttributeType.DATETIME, "2026-11-23T09:30:00.123456Z", "2026-11-23T09:30:00.123Z"),
        Arguments.of(AttributeType.CHECKBOX, false, false),
        Arguments.of(AttributeType.PICKLIST, "lost", "lost"),
        Arguments.of(AttributeType.PICKLIST, 7, "7"),
        Arguments.of(AttributeType.RADIO_BUTTON, "stolen", "stolen"),
        Arguments.of(AttributeType.MULTI_SELECT_PICKLIST, List.of("stolen", "lost"), List.of("stolen", "lost")),
        Arguments.of(AttributeType.EMAIL, "a.b+c@example.org", "a.b+c@example.org"),
        Arguments.of(AttributeType.PHONE, "+49 (40) 123-456", "+49 (40) 123-456"),
        Arguments.of(AttributeType.URL, "https://example.org/a?b=c", "https://example.org/a?b=c"),
        Arguments.of(AttributeType.IP_ADDRESS, "192.168.0.1", "192.168.0.1"),
        Arguments.of(AttributeType.IP_ADDRESS, "2001:db8::1", "2001:db8::1"));
  }

  @ParameterizedTest
  @MethodSource
  void accepted(AttributeType type, Object raw, Object typed) {
    AttributeCheck check = VALIDATION.check("/attributes", List.of(attribute(type)), Map.of("a", raw));
    assertThat(check.problems()).isEmpty();
    assertThat(check.values()).containsEntry("a", typed);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(AttributeType.TEXT, 5, "ATTR-003"),
        Arguments.of(AttributeType.TEXT, true, "ATTR-003"),
        Arguments.of(AttributeType.TEXT, List.of("a"), "ATTR-003"),
        Arguments.of(AttributeType.TEXT, Map.of("a", 1), "ATTR-003"),
        Arguments.of(AttributeType.TEXT, "a\nb", "ATTR-003"),
        Arguments.of(AttributeType.TEXT, "a\u0000b", "ATTR-008"),
        Arguments.of(AttributeType.MULTILINE_TEXT, "\uD800", "ATTR-008"),
        Arguments.of(AttributeType.MULTILINE_TEXT, "x".repeat(10_001), "ATTR-005"),
        Arguments.of(AttributeType.NUMBER, "5", "ATTR-003"),
        Arguments.of(AttributeType.NUMBER, Double.NaN, "ATTR-003"),
        Arguments.of(AttributeType.NUMBER, Double.POSITIVE_INFINITY, "ATTR-003"),
        Arguments.of(AttributeType.NUMBER, new BigDecimal("1E999999999"), "ATTR-004"),
        Arguments.of(AttributeType.NUMBER, new BigDecimal("1E-999999999"), "ATTR-004"),
        Arguments.of(AttributeType.CURRENCY, false, "ATTR-003"),
        Arguments.of(AttributeType.INTEGER, 5.5, "ATTR-003"),
        Arguments.of(AttributeType.INTEGER, new BigInteger("9223372036854775808"), "ATTR-003"),
        Arguments.of(AttributeType.DATE, "2023-02-29", "ATTR-003"),
        Arguments.of(AttributeType.DATE, "23.11.2026", "ATTR-003"),
        Arguments.of(AttributeType.DATE, 20261123, "ATTR-003"),
        Arguments.of(AttributeType.DATETIME, "2026-11-23T09:30:00", "ATTR-003"),
        Arguments.of(AttributeType.DATETIME, "+999999999-12-31T23:59:59Z", "ATTR-003"),
        Arguments.of(AttributeType.CHECKBOX, "true", "ATTR-003"),
        Arguments.of(AttributeType.CHECKBOX, 1, "ATTR-003"),
        Arguments.of(AttributeType.PICKLIST, "eaten", "ATTR-007"),
        Arguments.of(AttributeType.QUEUE, "eaten", "ATTR-007"),
        Arguments.of(AttributeType.QUEUE, 7, "ATTR-003"),
        Arguments.of(AttributeType.LOOKUP, 51, "ATTR-003"),
        Arguments.of(AttributeType.ATTACHMENT, List.of("proof.pdf"), "ATTR-003"),
        Arguments.of(AttributeType.LIST_OF_ATTACHMENT, "proof.pdf", "ATTR-003"),
        Arguments.of(AttributeType.PICKLIST, List.of("lost"), "ATTR-003"),
        Arguments.of(AttributeType.RADIO_BUTTON, "Lost", "ATTR-007"),
        Arguments.of(AttributeType.MULTI_SELECT_PICKLIST, "lost", "ATTR-003"),
        Arguments.of(AttributeType.MULTI_SELECT_PICKLIST, List.of("lost", "eaten"), "ATTR-007"),
        Arguments.of(AttributeType.MULTI_SELECT_PICKLIST, List.of("lost", "lost"), "ATTR-007"),
        Arguments.of(AttributeType.MULTI_SELECT_PICKLIST, Arrays.asList("lost", null), "ATTR-003"),
        Arguments.of(AttributeType.EMAIL, "a@b@c", "ATTR-003"),
        Arguments.of(AttributeType.EMAIL, "a@b..c", "ATTR-003"),
        Arguments.of(AttributeType.EMAIL, "a b@c.d", "ATTR-003"),
        Arguments.of(AttributeType.PHONE, "call me", "ATTR-003"),
        Arguments.of(AttributeType.URL, "javascript:alert(1)", "ATTR-003"),
        Arguments.of(AttributeType.URL, "https:///nowhere", "ATTR-003"),
        Arguments.of(AttributeType.IP_ADDRESS, "256.1.1.1", "ATTR-003"),
        Arguments.of(AttributeType.IP_ADDRESS, "localhost", "ATTR-003"),
        Arguments.of(AttributeType.IP_ADDRESS, "1:2:3", "ATTR-003"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(AttributeType type, Object raw, String code) {
    AttributeCheck check = VALIDATION.check("/attributes", List.of(attribute(type)), Map.of("a", raw));
    assertThat(check.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.pointer()).isEqualTo("/attributes/a");
              assertThat(problem.message()).startsWith("Label ");
            });
  }

  @Test
  void refusesWhatIsOutsideItsBounds() {
    assertThat(codes(bounded(AttributeType.NUMBER, "1", "9.5"), 9.6)).containsExactly("ATTR-004");
    assertThat(codes(bounded(AttributeType.INTEGER, "1", "9"), 0)).containsExactly("ATTR-004");
    assertThat(codes(bounded(AttributeType.TEXT, "2", "3"), "a")).containsExactly("ATTR-005");
    assertThat(codes(bounded(AttributeType.TEXT, "2", "3"), "abcd")).containsExactly("ATTR-005");
    assertThat(codes(bounded(AttributeType.TEXT, "1", "1"), "😀")).isEmpty();
  }

  @Test
  void refusesWhatDoesNotMatchThePattern() {
    AttributeDefinition card =
        attribute("a", AttributeType.TEXT, false, Optional.empty(), Optional.of("[0-9]{4}"), Optional.empty(), Optional.empty(), List.of());
    assertThat(codes(card, "1234")).isEmpty();
    assertThat(codes(card, "12345")).containsExactly("ATTR-006");
  }

  @Test
  void namesEachUnknownAndEachMissingAttribute() {
    AttributeCheck check =
        VALIDATION.check("/attributes", List.of(required(AttributeType.TEXT)), Map.of("b", 1, "c/d", 2));
    assertThat(check.passed()).isFalse();
    assertThat(check.problems())
        .extracting(p -> p.code() + " " + p.pointer())
        .containsExactlyInAnyOrder("ATTR-001 /attributes/b", "ATTR-001 /attributes/c~1d", "ATTR-002 /attributes/a");
  }

  @Test
  void takesNothingForNotGiven() {
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("a", null);
    for (Map<String, Object> raw : List.of(nulls, Map.<String, Object>of("a", ""), Map.<String, Object>of("a", List.of()))) {
      assertThat(VALIDATION.check("", List.of(required(AttributeType.TEXT)), raw).problems())
          .extracting(AttributeProblem::code)
          .containsExactly("ATTR-002");
      assertThat(VALIDATION.check("", List.of(attribute(AttributeType.TEXT)), raw).values()).isEmpty();
    }
  }

  @Test
  void fillsInDefaultsAndEmptyChoices() {
    AttributeDefinition withDefault =
        attribute("n", AttributeType.NUMBER, true, Optional.of("2.50"), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    AttributeDefinition list =
        attribute("m", AttributeType.MULTI_SELECT_PICKLIST, false, Optional.of("a, b"), Optional.empty(), Optional.empty(), Optional.empty(),
            List.of(new AttributeDefinition.Option("a", "A"), new AttributeDefinition.Option("b", "B")));
    assertThat(VALIDATION.check("", List.of(withDefault, list), Map.of()).values())
        .containsEntry("n", new BigDecimal("2.50"))
        .containsEntry("m", List.of("a", "b"));
    assertThat(VALIDATION.check("", List.of(attribute(AttributeType.CHECKBOX)), Map.of()).values()).containsEntry("a", false);
    assertThat(VALIDATION.check("", List.of(attribute(AttributeType.MULTI_SELECT_PICKLIST)), Map.of()).values())
        .containsEntry("a", List.of());
    assertThat(VALIDATION.check("", List.of(required(AttributeType.CHECKBOX)), Map.of()).passed()).isFalse();
  }

  @Test
  void changesNeedNotBeComplete() {
    List<AttributeDefinition> definitions = List.of(required(AttributeType.TEXT), attribute("b", AttributeType.TEXT, false, Optional.of("x"),
        Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    assertThat(VALIDATION.checkChanges("", definitions, Map.of()).passed()).isTrue();
    assertThat(VALIDATION.checkChanges("", definitions, Map.of("b", "")).cleared()).containsExactly("b");
    assertThat(VALIDATION.checkChanges("", definitions, Map.of("a", "")).problems()).hasSize(1);
  }

  @Test
  void readsFormFieldsAsTheirType() {
    assertThat(AttributeValidation.fromText(attribute(AttributeType.NUMBER), " 1.50 ")).isEqualTo(new BigDecimal("1.50"));
    assertThat(AttributeValidation.fromText(attribute(AttributeType.NUMBER), "1e9")).isEqualTo("1e9");
    assertThat(AttributeValidation.fromText(attribute(AttributeType.CHECKBOX), "on")).isEqualTo(true);
    assertThat(AttributeValidation.fromText(attribute(AttributeType.CHECKBOX), "yes")).isEqualTo("yes");
    assertThat(AttributeValidation.fromText(attribute(AttributeType.MULTI_SELECT_PICKLIST), "a, b,")).isEqualTo(List.of("a", "b"));
    assertThat(AttributeValidation.fromText(attribute(AttributeType.TEXT), " x ")).isEqualTo(" x ");
  }

  private static List<String> codes(AttributeDefinition attribute, Object raw) {
    return VALIDATION.check("/attributes", List.of(attribute), Map.of("a", raw)).problems().stream()
        .map(AttributeProblem::code)
        .toList();
  }
}
