package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine stores between two events is all that the flow machine needs: a flow that goes back, fails, resumes and is cut short. */
@OnEachDatabase
class OrchestrationIT {
  private final CaseboundServer server;
  private final Desk desk;

  OrchestrationIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @BeforeEach
  void publish() {
    Bundles.publish(server, "rework");
  }

  @AfterEach
  void replayHistories() {
    desk.replayHistories();
  }

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void goesBackAndBeginsEveryStepAnew() {
    String number = file(Desk.newCard());
    finish(number, "write", "written");
    finish(number, "review", "reviewed");
    assertThat(stateOf(number, "extra")).isEqualTo("DISCONTINUED");
    finish(number, "judge", "rejected");
    assertThat(stateOf(number, "write")).isEqualTo("IN_PROGRESS");
    assertThat(stateOf(number, "review")).isEqualTo("NOT_STARTED");
    assertThat(stateOf(number, "extra")).isEqualTo("NOT_STARTED");
    finish(number, "write", "written");
    assertThat(stateOf(number, "review")).isEqualTo("IN_PROGRESS");
    finish(number, "review", "reviewed");
    finish(number, "judge", "approved");
    assertThat(desk.awaitStatus(number, "CLOSED").path("resolution").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void withdrawsTheWorkBesideTheStepThatClosesTheCase() {
    String number = approved(Desk.newCard());
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    JsonNode beside = step(closed, "beside");
    assertThat(beside.path("state").asText()).isEqualTo("DISCONTINUED");
    JsonNode item = server.as("lead").get("/api/v1/work-items/" + beside.path("workItemId").asLong()).expect(200).json();
    assertThat(item.path("state").asText()).isEqualTo("CANCELED");
  }

  @Test
  void stillKnowsTheFaultAfterACallOnItsFaultPath() {
    JsonNode closed = desk.awaitStatus(approved("4929123412340000"), "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(closed.path("closeReason").asText()).isNotBlank();
    assertThat(Desk.attempts(closed)).extracting(attempt -> attempt.path("outcome").asText()).containsExactly("REJECTED", "DONE");
  }

  @Test
  void stopsWithAnIncidentAndGoesOnWhenAPersonSaysSo() {
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503)).expect(200);
    String number = approved(Desk.newCard());
    desk.awaitStatus(number, "ESCALATED");
    assertThat(stateOf(number, "block")).isEqualTo("ERROR");
    assertThat(stateOf(number, "beside")).isEqualTo("IN_PROGRESS");
    server.as("operator").post("/api/v1/incidents/" + incidentOf(number) + "/retry", Map.of("reason", "The bank is back.")).expect(204);
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    List<JsonNode> tries = Desk.attempts(closed);
    assertThat(tries).hasSize(2).extracting(attempt -> attempt.path("idempotencyKey").asText()).containsOnly(tries.get(0).path("idempotencyKey").asText());
  }

  private String file(String card) {
    return desk.file(
        Map.of(
            "process", "Rework",
            "subject", "Rework",
            "requester", "requester",
            "attributes", Map.of("cardId", card, "feeId", "F-" + card + "1")));
  }

  private String approved(String card) {
    String number = file(card);
    finish(number, "write", "written");
    finish(number, "review", "reviewed");
    finish(number, "judge", "approved");
    return number;
  }

  private void finish(String number, String step, String outcome) {
    JsonNode open =
        await(step + " of case " + number + " to be offered")
            .atMost(Duration.ofSeconds(30))
            .until(() -> step(desk.look(number), step), found -> found.path("state").asText().equals("IN_PROGRESS"));
    desk.complete(open.path("workItemId").asLong(), outcome, "");
  }

  private String stateOf(String number, String step) {
    return step(desk.look(number), step).path("state").asText();
  }

  private static JsonNode step(JsonNode seenCase, String name) {
    return Desk.steps(seenCase).stream().filter(step -> step.path("name").asText().equals(name)).findFirst().orElseThrow();
  }

  private long incidentOf(String number) {
    return Desk.stream(server.as("operator").get("/api/v1/incidents?size=100").expect(200).json().path("items"))
        .filter(incident -> incident.path("caseNumber").asText().equals(number))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }
}
