package org.casebound.connector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementFormatTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  @Test
  void readsADoneAcknowledgement() throws Exception {
    String body = "{\"messageId\":\"m1\",\"reference\":\"R7\",\"idempotencyKey\":\"k\",\"status\":\"DONE\","
        + "\"result\":{\"n\":3,\"d\":1.50,\"gone\":null,\"list\":[1,null]}}";
    Acknowledgement ack = AcknowledgementFormat.parse("core", body, NOW);
    assertThat(ack.messageId()).isEqualTo("m1");
    assertThat(ack.reference()).contains("R7");
    assertThat(ack.correlationKey()).contains("k");
    assertThat(ack.payload()).isEqualTo(body);
    assertThat(((Outcome.Done) ack.outcome()).result()).containsOnlyKeys("n", "d", "list").containsEntry("n", 3L);
  }

  @Test
  void readsARefusalAndAFailure() throws Exception {
    String rejected = "{\"messageId\":\"m\",\"reference\":\"R\",\"status\":\"REJECTED\",\"code\":\"NO\",\"message\":\"no\"}";
    assertThat(AcknowledgementFormat.parse("c", rejected, NOW).outcome()).isEqualTo(new Outcome.Rejected("NO", "no"));
    String failed = "{\"messageId\":\"m\",\"reference\":\"R\",\"status\":\"FAILED\",\"code\":\"F\",\"failure\":\"TRANSIENT\"}";
    assertThat(AcknowledgementFormat.parse("c", failed, NOW).outcome())
        .isEqualTo(new Outcome.Failed(Failure.TRANSIENT, "F", "", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "nonsense | not valid JSON",
    "[1] | not a JSON object",
    "{} | no \"messageId\"",
    "{\"messageId\":7} | \"messageId\" must be a text",
    "{\"messageId\":\"m\",\"status\":\"DONE\"} | neither",
    "{\"messageId\":\"m\",\"reference\":\"r\"} | no \"status\"",
    "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"MAYBE\"} | \"status\" must be",
    "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"REJECTED\"} | needs a \"code\"",
    "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"FAILED\",\"code\":\"c\",\"failure\":\"x\"} | \"failure\" must be",
    "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"DONE\",\"result\":[]} | \"result\" must be",
  })
  void refusesAMalformedBodyWithASentence(String body, String sentence) {
    assertThatThrownBy(() -> AcknowledgementFormat.parse("c", body, NOW))
        .isInstanceOf(MalformedAcknowledgementException.class).hasMessageContaining(sentence);
  }

  @Test
  void refusesADeeplyNestedResult() {
    String deep = "[".repeat(100) + "]".repeat(100);
    String body = "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"DONE\",\"result\":{\"x\":" + deep + "}}";
    assertThatThrownBy(() -> AcknowledgementFormat.parse("c", body, NOW)).hasMessageContaining("nested");
  }

  @Test
  void refusesNestingBeyondTheParsersOwnLimit() {
    assertThatThrownBy(() -> AcknowledgementFormat.parse("c", "[".repeat(50_000), NOW))
        .isInstanceOf(MalformedAcknowledgementException.class);
  }

  @Test
  void refusesACallWhoseInputIsNoJsonTree() {
    assertThatThrownBy(() -> JsonTree.copyOf(Map.of("x", new Object()))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonTree.copyOf(Map.of("x", Double.NaN))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLongToBeStored() {
    String body = "{\"messageId\":\"m\",\"reference\":\"R\",\"status\":\"DONE\",\"result\":{\"x\":\"%s\"}}";
    assertThatThrownBy(() -> AcknowledgementFormat.parse("core", body.formatted("x".repeat(AcknowledgementFormat.MAX_BODY)), Instant.EPOCH))
        .isInstanceOf(MalformedAcknowledgementException.class).hasMessageContaining("at most");
  }
}
