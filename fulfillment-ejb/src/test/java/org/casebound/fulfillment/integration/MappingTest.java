package org.casebound.fulfillment.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.casebound.fulfillment.integration.Definitions.AMOUNT;
import static org.casebound.fulfillment.integration.Definitions.CUSTOMER;
import static org.casebound.fulfillment.integration.Definitions.pointer;
import static org.casebound.fulfillment.integration.Definitions.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.studio.cel.CelExpressions;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final Expressions EXPRESSIONS = new CelExpressions();
  private static final Optional<String> NONE = Optional.empty();

  private static IntegrationDefinition requesting(MappingRow... rows) {
    return Definitions.of(List.of(CUSTOMER, AMOUNT), List.of(rows), List.of(), PayloadLog.MASKED);
  }

  private static IntegrationDefinition answering(MappingRow... rows) {
    return Definitions.of(List.of(), List.of(), List.of(rows), PayloadLog.MASKED);
  }

  private static String code(Runnable refused) {
    return catchThrowableOfType(RuleViolation.class, refused::run).code();
  }

  @Test
  void sendsTheInputsAsTheyAreWithTheirDefaultsWhenThereAreNoRows() {
    assertThat(RequestMapping.apply(requesting(), EXPRESSIONS, Map.of("customerId", "C-1")))
        .isEqualTo(Map.of("customerId", "C-1", "amount", 5L));
  }

  @Test
  void putsEachValueWhereItsPointerLeads() {
    IntegrationDefinition definition =
        requesting(
            pointer("/customer/id", "/customerId"),
            row("/lines/0/cents", NONE, Optional.of("int(input.amount) * 100"), NONE),
            row("/lines/1/note", Optional.of("/nothing/here"), NONE, Optional.of("'none'")),
            pointer("/left~1out", "/nothing"),
            row("/channel", NONE, NONE, Optional.of("'casebound'")));
    assertThat(RequestMapping.apply(definition, EXPRESSIONS, Map.of("customerId", "C-1", "amount", 7L)))
        .isEqualTo(
            Map.of(
                "customer", Map.of("id", "C-1"),
                "lines", List.of(Map.of("cents", 700L), Map.of("note", "none")),
                "channel", "casebound"));
  }

  @Test
  void refusesAValueOfAnotherTypeThanItsInputs() {
    assertThat(code(() -> RequestMapping.apply(requesting(), EXPRESSIONS, Map.of("customerId", "C-1", "amount", "much")))).isEqualTo("INTG-001");
  }

  @Test
  void refusesRowsThatAreInEachOthersWay() {
    IntegrationDefinition gap = requesting(pointer("/lines/1", "/customerId"));
    IntegrationDefinition leaf = requesting(pointer("/a", "/customerId"), pointer("/a/b", "/customerId"));
    assertThat(code(() -> RequestMapping.apply(gap, EXPRESSIONS, Map.of("customerId", "C-1")))).isEqualTo("INTG-003");
    assertThat(code(() -> RequestMapping.apply(leaf, EXPRESSIONS, Map.of("customerId", "C-1")))).isEqualTo("INTG-003");
  }

  @Test
  void takesOutputsByPointerAndByExpression() {
    IntegrationDefinition definition =
        answering(
            pointer("fee", "/fees/1/amount"),
            MappingRow.of("booking", "reply.id"),
            row("remark", NONE, Optional.of("reply.remark"), Optional.of("''")),
            row("rate", Optional.of("/rates/0"), NONE, Optional.of("1")));
    Map<String, Object> reply = Map.of("id", "B-1", "fees", List.of(Map.of("amount", 1L), Map.of("amount", 2L)));
    assertThat(ReplyMapping.apply(definition, EXPRESSIONS, reply)).isEqualTo(Map.of("fee", 2L, "booking", "B-1", "remark", "", "rate", 1L));
  }

  @Test
  void saysWhatAnAnswerLacks() {
    assertThat(code(() -> ReplyMapping.apply(answering(pointer("fee", "/fees/0")), EXPRESSIONS, Map.of("fees", List.of())))).isEqualTo("INTG-002");
    assertThat(code(() -> ReplyMapping.apply(answering(MappingRow.of("fee", "reply.fee")), EXPRESSIONS, Map.of()))).isEqualTo("EXPR-001");
  }
}
