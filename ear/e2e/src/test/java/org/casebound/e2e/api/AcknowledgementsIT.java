package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** The signed way back for back offices. */
@OnEachDatabase
class AcknowledgementsIT {
  private static final String PATH = "/api/v1/acknowledgements/core-banking";

  private final CaseboundServer server;
  private final SignedBank bank;

  AcknowledgementsIT(Database database) {
    server = SharedServer.on(database);
    bank = SignedBank.of(server);
  }

  @Test
  void tellsTheSenderOfAnUnknownCallAndListsItForAPerson() {
    String message = UUID.randomUUID().toString();
    String body = "{\"messageId\":\"%s\",\"idempotencyKey\":\"no-such-key\",\"status\":\"DONE\"}".formatted(message);
    Problems.expect(bank.send(body, Instant.now()), 404, "unknown-acknowledgement");
    assertThat(server.as("operator").get("/api/v1/acknowledgements").expect(200).json().get("items").findValuesAsText("messageId"))
        .contains(message);
  }

  @Test
  void keepsAnEarlyMessageAndKnowsItWhenItComesAgain() {
    String message = UUID.randomUUID().toString();
    String body = "{\"messageId\":\"%s\",\"reference\":\"%s\",\"status\":\"DONE\"}".formatted(message, UUID.randomUUID());
    assertThat(bank.send(body, Instant.now()).expect(202).json().get("receipt").asText()).isEqualTo("WAITING");
    assertThat(bank.send(body, Instant.now()).expect(200).json().get("receipt").asText()).isEqualTo("DUPLICATE");
  }

  @Test
  void refusesAMessageThatIsNotSignedNotLatelyOrWithAnotherSecret() {
    String body = "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"DONE\"}";
    Problems.expect(server.as("bank").post(PATH, body), 403, "signature-refused");
    Problems.expect(bank.send(body, Instant.now().minus(Duration.ofHours(1))), 403, "signature-refused");
    Problems.expect(bank.withSecret("YW5vdGhlciBzZWNyZXQgb2YgMjQgYg==").send(body, Instant.now()), 403, "signature-refused");
  }

  @Test
  void saysWhatIsWrongWithASignedMessage() {
    Problems.expect(bank.send("{\"messageId\":\"m\"", Instant.now()), 400, "malformed-request");
    Problems.expect(bank.send("{\"messageId\":\"m\",\"status\":\"DONE\"}", Instant.now()), 400, "malformed-request");
    Problems.expect(bank.send("{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"MAYBE\"}", Instant.now()), 400, "malformed-request");
  }
}
