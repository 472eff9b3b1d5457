package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** The signed way back for back offices. */
@OnEachDatabase
class AcknowledgementsIT {
  private static final String PATH = "/api/v1/acknowledgements/core-banking";

  /** The demo configuration's secret. */
  private static final WebhookSignature DEMO = signature("ZGVtby1iYW5rLXdlYmhvb2stc2VjcmV0LTI0Yg==");

  private final CaseboundServer server;

  AcknowledgementsIT(Database database) {
    server = SharedServer.on(database);
  }

  @Test
  void tellsTheSenderOfAnUnknownCallAndListsItForAPerson() {
    String message = UUID.randomUUID().toString();
    String body = "{\"messageId\":\"%s\",\"idempotencyKey\":\"no-such-key\",\"status\":\"DONE\"}".formatted(message);
    Problems.expect(send(DEMO, body, Instant.now()), 404, "unknown-acknowledgement");
    assertThat(server.as("operator").get("/api/v1/acknowledgements").expect(200).json().get("items").findValuesAsText("messageId"))
        .contains(message);
  }

  @Test
  void keepsAnEarlyMessageAndKnowsItWhenItComesAgain() {
    String message = UUID.randomUUID().toString();
    String body = "{\"messageId\":\"%s\",\"reference\":\"%s\",\"status\":\"DONE\"}".formatted(message, UUID.randomUUID());
    assertThat(send(DEMO, body, Instant.now()).expect(202).json().get("receipt").asText()).isEqualTo("WAITING");
    assertThat(send(DEMO, body, Instant.now()).expect(200).json().get("receipt").asText()).isEqualTo("DUPLICATE");
  }

  @Test
  void refusesAMessageThatIsNotSignedNotLatelyOrWithAnotherSecret() {
    String body = "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"DONE\"}";
    Problems.expect(server.as("bank").post(PATH, body), 403, "signature-refused");
    Problems.expect(send(DEMO, body, Instant.now().minus(Duration.ofHours(1))), 403, "signature-refused");
    Problems.expect(send(signature("YW5vdGhlciBzZWNyZXQgb2YgMjQgYg=="), body, Instant.now()), 403, "signature-refused");
  }

  @Test
  void saysWhatIsWrongWithASignedMessage() {
    Problems.expect(send(DEMO, "{\"messageId\":\"m\"", Instant.now()), 400, "malformed-request");
    Problems.expect(send(DEMO, "{\"messageId\":\"m\",\"status\":\"DONE\"}", Instant.now()), 400, "malformed-request");
    Problems.expect(send(DEMO, "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"MAYBE\"}", Instant.now()), 400, "malformed-request");
  }

  private Reply send(WebhookSignature signature, String body, Instant at) {
    String id = UUID.randomUUID().toString();
    Api bank =
        server
            .as("bank")
            .with(WebhookSignature.ID, id)
            .with(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
            .with(WebhookSignature.SIGNATURE, signature.sign(id, at, body.getBytes(StandardCharsets.UTF_8)));
    return bank.post(PATH, body);
  }

  private static WebhookSignature signature(String secret) {
    return new WebhookSignature(List.of("whsec_" + secret), WebhookSignature.DEFAULT_TOLERANCE, Clock.systemUTC());
  }
}
