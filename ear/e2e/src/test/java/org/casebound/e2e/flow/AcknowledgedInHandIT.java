package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.api.SignedBank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A flow that was parked a moment ago stays in hand for its acknowledgement. Whatever others change meanwhile is noticed. */
@ExtendWith(ServerLogOnFailure.class)
class AcknowledgedInHandIT {
  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Desk desk = new Desk(server);
  private final SignedBank bank = SignedBank.of(server);

  @BeforeEach
  void silenceTheBank() {
    Bundles.publish(server, "parked");
    server.bank().put("/faults", Map.of("loseAcknowledgements", 10)).expect(200);
  }

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void isAppliedOnceHoweverOftenItComes() {
    String number = parked();
    String message = UUID.randomUUID().toString();
    assertThat(acknowledge(number, message)).isEqualTo("MATCHED");
    assertThat(acknowledge(number, message)).isEqualTo("DUPLICATE");
    assertThat(acknowledge(number, UUID.randomUUID().toString())).isEqualTo("MATCHED");
    closedOnce(number);
  }

  @Test
  void keepsWhatWasChangedInTheCaseMeanwhile() throws SQLException {
    String number = parked();
    change("update service_case set subject = 'Moved back', version = version + 1 where id = %s", number);
    assertThat(acknowledge(number, UUID.randomUUID().toString())).isEqualTo("MATCHED");
    assertThat(closedOnce(number).path("subject").asText()).isEqualTo("Moved back");
  }

  @Test
  void waitsWhenTheFlowWasSuspendedMeanwhile() {
    String number = parked();
    String flow = "/api/v1/flows/" + desk.look(number).path("flows").get(0).path("id").asLong();
    server.as("operator").post(flow + "/suspend", Map.of("reason", "The bank moves house.")).expect(200);
    assertThat(acknowledge(number, UUID.randomUUID().toString())).isEqualTo("WAITING");
    assertThat(desk.look(number).path("status").asText()).isNotEqualTo("CLOSED");
    server.as("operator").post(flow + "/resume", "").expect(200);
    closedOnce(number);
  }

  @Test
  void doesNotTakeTheMessageOfAnotherCallForItsOwn() {
    String first = parked();
    String second = parked();
    String message = UUID.randomUUID().toString();
    assertThat(acknowledge(first, message)).isEqualTo("MATCHED");
    assertThat(acknowledge(second, message)).isEqualTo("DUPLICATE");
    assertThat(desk.look(second).path("status").asText()).isEqualTo("WAITING");
    assertThat(acknowledge(second, UUID.randomUUID().toString())).isEqualTo("MATCHED");
    closedOnce(second);
  }

  private String parked() {
    String number = desk.file(Map.of("process", "Park_Address", "requester", "requester", "attributes", Map.of("customerId", Desk.newCustomer())));
    desk.awaitStatus(number, "WAITING");
    return number;
  }

  private String acknowledge(String number, String message) {
    String key = Desk.attempts(desk.look(number)).get(0).path("idempotencyKey").asText();
    String body = "{\"messageId\":\"%s\",\"idempotencyKey\":\"%s\",\"status\":\"DONE\"}".formatted(message, key);
    return bank.send(body, Instant.now()).json().path("receipt").asText();
  }

  private void change(String sql, String number) throws SQLException {
    try (StatementCount database = StatementCount.begin(server)) {
      assertThat(database.change(sql.formatted(Long.parseLong(number.substring(2))))).isEqualTo(1);
    }
  }

  private JsonNode closedOnce(String number) {
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(closed.path("history").findValuesAsText("to").stream().filter("CLOSED"::equals)).hasSize(1);
    desk.replayHistory(number);
    return closed;
  }
}
