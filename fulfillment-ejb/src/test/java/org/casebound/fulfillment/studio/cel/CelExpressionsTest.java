package org.casebound.fulfillment.studio.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelExpressionsTest {
  private static final CelExpressions EXPRESSIONS = new CelExpressions();

  private static Map<String, Object> facts() {
    Map<String, Object> reply = new HashMap<>();
    reply.put("reference", "BLK-1");
    reply.put("nothing", null);
    reply.put("lines", List.of(Map.of("amount", 5), Map.of("amount", new BigDecimal("7.5"))));
    return Map.of(
        "case", Map.of("number", "CB-1", "id", 7L, "priority", "HIGH"),
        "request", Map.of("amount", new BigDecimal("1234.50"), "count", 3, "reason", "lost", "urgent", true, "kinds", List.of("a", "b")),
        "steps", Map.of("verify", Map.of("status", "COMPLETED", "outcome", "approved", "comment", "fine", "data", Map.of("score", 9L))),
        "vars", Map.of("reference", "R-1"),
        "fault", Map.of("code", "CARD_UNKNOWN", "message", "The bank does not know it."),
        "reply", reply);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          request.amount > 1000                              | true
          request.amount == 1234.5                           | true
          request.count >= 3 && request.count < 3.5          | true
          request.reason in ['lost', 'stolen']               | true
          'a' in request.kinds                               | true
          request.kinds.exists(k, k == 'c')                  | false
          request.urgent                                     | true
          request.note == ''                                 | true
          has(request.note)                                  | false
          has(request.reason)                                | true
          has(request.score) && request.score > 3            | false
          vars.unset == ''                                   | true
          has(vars.reference)                                | true
          steps.verify.outcome == 'approved'                 | true
          steps.verify.data.score > 8                        | true
          steps.verify.data.remark == ''                     | true
          has(reply.missing)                                 | false
          has(reply.nothing)                                 | false
          has(reply.reference)                               | true
          reply.lines.all(l, l.amount > 4)                   | true
          case.number.startsWith('CB-')                      | true
          fault.code == 'CARD_UNKNOWN'                       | true
          request.reason.matches('l.*t')                     | true
          """)
  void decides(String condition, boolean expected) {
    assertThat(EXPRESSIONS.holds(condition, facts())).isEqualTo(expected);
  }

  @Test
  void givesValuesOfTheOutsideWorld() {
    assertThat(EXPRESSIONS.value("'Case ' + case.number", facts())).isEqualTo("Case CB-1");
    assertThat(EXPRESSIONS.value("request.count + 1", facts())).isEqualTo(4L);
    assertThat(EXPRESSIONS.value("request.amount * 2.0", facts())).isEqualTo(new BigDecimal("2469.0"));
    assertThat(EXPRESSIONS.value("null", facts())).isEqualTo("");
    assertThat(EXPRESSIONS.value("[1, 2].map(x, x * 2)", facts())).isEqualTo(List.of(2L, 4L));
    assertThat(EXPRESSIONS.value("{'a': request.kinds}", facts())).isEqualTo(Map.of("a", List.of("a", "b")));
    assertThat(EXPRESSIONS.value("timestamp('2026-11-23T09:30:00Z')", facts())).isEqualTo("2026-11-23T09:30:00Z");
  }

  @Test
  void passesAValueOnExactlyWhenItIsOnlyNamed() {
    BigDecimal exact = new BigDecimal("12345678901234567890.10");
    assertThat(EXPRESSIONS.value("request.amount", Map.of("request", Map.of("amount", exact)))).isSameAs(exact);
    assertThat(EXPRESSIONS.value(" request.note ", facts())).isEqualTo("");
    assertThat(EXPRESSIONS.value("reply.nothing", facts())).isEqualTo("");
    assertThat(EXPRESSIONS.value("request.count", facts())).isEqualTo(3L);
    assertThat(EXPRESSIONS.value("steps.verify.data", facts())).isEqualTo(Map.of("score", 9L));
    assertThat(EXPRESSIONS.value("steps.verify.data.remark", facts())).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reply.missing", "reply.missing == 1", "1 / 0 == 1", "request.reason > 5", "request.note > 5", "nobody.knows", "1 +", "request.reason",
        "steps.nostep.outcome == ''", "1.0 / 0.0 > request.note"
      })
  void refusesWithASentenceWhatCanNotBeEvaluated(String condition) {
    assertThatThrownBy(() -> EXPRESSIONS.holds(condition, facts()))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining("The expression '" + condition + "' can not be evaluated: ")
        .extracting(e -> ((RuleViolation) e).code())
        .isEqualTo("EXPR-001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $record.amount > $prior.amount                     | true
          record.amount > prior.amount                       | true
          ($record.kind) == 'new'                            | true
          has($prior.kind)                                   | false
          $prior.kind == ''                                  | true
          $fault.element == 'call1'                          | true
          '$record' == "$" + 'record'                        | true
          '\\'$record' == "'$record"                         | true
          \"""it's $fault\""" == "it's $fault"                 | true
          """)
  void knowsTheDollarNamesOfTheSpecification(String condition, boolean expected) {
    Map<String, Object> facts =
        Map.of(
            "record", Map.of("amount", 7L, "kind", "new"),
            "prior", Map.of("amount", 5L),
            "fault", Map.of("element", "call1"));
    assertThat(EXPRESSIONS.holds(condition, facts)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$case.id == 1", "a$record", "request.$record == 1", "$ record.amount == 7", "$$record.amount == 7", "$recordamount == 7"})
  void knowsNoOtherDollarNames(String condition) {
    assertThatThrownBy(() -> EXPRESSIONS.holds(condition, Map.of("record", Map.of("amount", 7L), "request", Map.of())))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining("The expression '" + condition + "' can not be evaluated: ");
  }

  @Test
  void passesAValueOfAChangedRecordOnExactly() {
    BigDecimal exact = new BigDecimal("12345678901234567890.10");
    assertThat(EXPRESSIONS.value("$record.amount", Map.of("record", Map.of("amount", exact)))).isSameAs(exact);
    assertThat(EXPRESSIONS.value("vars.row.parts", Map.of("vars", Map.of("row", Map.of("parts", List.of(1L)))))).isEqualTo(List.of(1L));
  }

  @Test
  void stopsLoopsThatTakeTooLong() {
    List<Long> many = Collections.nCopies(1000, 1L);
    assertThatThrownBy(
            () ->
                EXPRESSIONS.holds(
                    "reply.a.all(x, reply.a.all(y, reply.a.all(z, z == 1)))", Map.of("reply", Map.of("a", many))))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void matchesHostilePatternsInLinearTime() {
    Map<String, Object> facts = Map.of("request", Map.of("note", "a".repeat(5000) + "!"));
    assertThat(EXPRESSIONS.holds("request.note.matches('^(a+)+$')", facts)).isFalse();
  }

  @Test
  void seesListsWithEmptyPlaces() {
    Map<String, Object> facts = Map.of("reply", Map.of("a", Arrays.asList("x", null)));
    assertThat(EXPRESSIONS.value("reply.a.size()", facts)).isEqualTo(2L);
  }
}
