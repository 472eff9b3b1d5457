package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process without a flow: the case waits in its queue and is worked by hand. */
@OnEachDatabase
class ManualCaseIT {
  private final CaseboundServer server;
  private final Desk desk;

  ManualCaseIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @AfterEach
  void replayHistories() {
    desk.replayHistories();
  }

  @Test
  void isTakenAndClosedByHand() {
    String number = file();
    JsonNode waiting = desk.look(number);
    assertThat(waiting.path("status").asText()).isEqualTo("NEW");
    assertThat(waiting.path("owner").path("name").asText()).isEqualTo("front_office");
    take("agent", number, waiting).expect(200);
    JsonNode taken = desk.look(number);
    assertThat(taken.path("owner").path("name").asText()).isEqualTo("agent");
    server
        .as("agent")
        .post(
            "/api/v1/cases/" + number + "/close",
            Map.of("resolution", "FULFILLED", "reason", "Explained by phone.", "version", taken.path("version").asInt()))
        .expect(200);
    JsonNode closed = desk.look(number);
    assertThat(closed.path("status").asText()).isEqualTo("CLOSED");
    assertThat(closed.path("closeReason").asText()).isEqualTo("Explained by phone.");
  }

  @Test
  void isTakenByOnePersonOnly() {
    String number = file();
    JsonNode seen = desk.look(number);
    take("lead", number, seen).expect(200);
    assertThat(take("agent", number, seen).expect(409).body()).contains("CASE-00");
  }

  private org.casebound.e2e.Reply take(String user, String number, JsonNode seen) {
    return server
        .as(user)
        .post("/api/v1/cases/" + number + "/take", Map.of("version", seen.path("version").asInt()));
  }

  private String file() {
    return desk.file(
        Map.of(
            "process", "Fee_Inquiry",
            "requester", "requester",
            "attributes",
                Map.of(
                    "accountNumber", "DE02120300000000202051",
                    "amount", 12.5,
                    "question", "What is this fee?")));
  }
}
