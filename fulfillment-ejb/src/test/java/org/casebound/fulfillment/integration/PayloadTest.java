package org.casebound.fulfillment.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebound.fulfillment.integration.Definitions.AMOUNT;
import static org.casebound.fulfillment.integration.Definitions.CUSTOMER;
import static org.casebound.fulfillment.integration.Definitions.PIN;
import static org.casebound.fulfillment.integration.Definitions.pointer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.fulfillment.studio.cel.CelExpressions;
import org.junit.jupiter.api.Test;

class PayloadTest {
  private static final Expressions EXPRESSIONS = new CelExpressions();
  private static final Map<String, Object> INPUT = Map.of("customerId", "C-1", "amount", 7L, "pin", "0000");
  private static final Outcome ANSWER = new Outcome.Done(Map.of("name", "Kim", "fees", List.of(Map.of("amount", 3L))));
  private static final List<MappingRow> FEE =
      List.of(new MappingRow("fee", Optional.of("/fees/0/amount"), Optional.empty(), Optional.empty(), Optional.of(Sensitivity.INTERNAL)));

  private static Map<String, Object> kept(PayloadLog log, MappingRow... request) {
    return Payload.kept(definition(log, request), EXPRESSIONS, INPUT, ANSWER).asMap();
  }

  private static IntegrationDefinition definition(PayloadLog log, MappingRow... request) {
    return Definitions.of(List.of(CUSTOMER, AMOUNT, PIN), List.of(request), FEE, log);
  }

  @Test
  void keepsNothingWhenItIsOff() {
    assertThat(kept(PayloadLog.OFF)).isEmpty();
  }

  @Test
  void keepsOnlyWhatIsDeclaredHarmlessWhenItIsMasked() {
    assertThat(kept(PayloadLog.MASKED))
        .isEqualTo(
            Map.of(
                "request", Map.of("customerId", Payload.MASK, "amount", 7L, "pin", Payload.MASK),
                "reply", Map.of("name", Payload.MASK, "fees", List.of(Map.of("amount", 3L)))));
  }

  @Test
  void keepsAllButSecretsWhenItIsFullAndHidesPersonalDataFromWhoMayNotSeeThem() {
    Map<String, Object> full = kept(PayloadLog.FULL);
    assertThat(full.get("request")).isEqualTo(Map.of("customerId", "C-1", "amount", 7L, "pin", Payload.MASK));
    assertThat(full.get("reply")).isEqualTo(((Outcome.Done) ANSWER).result());
    assertThat(Payload.withoutPersonalData(definition(PayloadLog.FULL), new org.casebound.domain.shared.Values(full)).asMap())
        .isEqualTo(kept(PayloadLog.MASKED));
  }

  @Test
  void followsAnInputToWhereItIsSent() {
    assertThat(kept(PayloadLog.FULL, pointer("/auth/code", "/pin"), pointer("/who", "/customerId")).get("request"))
        .isEqualTo(Map.of("auth", Map.of("code", Payload.MASK), "who", "C-1"));
    assertThat(kept(PayloadLog.MASKED, pointer("/cents", "/amount"), MappingRow.of("/all", "input.amount")).get("request"))
        .isEqualTo(Map.of("cents", 7L, "all", Payload.MASK));
  }

  @Test
  void keepsNoCallThatWasNeverSent() {
    assertThat(Payload.kept(definition(PayloadLog.FULL), EXPRESSIONS, Map.of("amount", "much"), ANSWER).asMap()).isEmpty();
  }

  @Test
  void leavesOutWhatIsTooLong() {
    Outcome long1 = new Outcome.Done(Map.of("text", "x".repeat(400_000)));
    assertThat(Payload.kept(definition(PayloadLog.FULL), EXPRESSIONS, INPUT, long1).asMap()).containsOnlyKeys("omitted");
  }
}
