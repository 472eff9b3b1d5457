package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Straight-through flows that wait, loop, start others, fail on purpose and take their fault paths, on the real server. */
@OnEachDatabase
class WaitsIT {
  private final CaseboundServer server;
  private final Desk desk;

  WaitsIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @BeforeEach
  void importTheProcesses() {
    Bundles.publish(server, "waits");
    Bundles.publish(server, "late-beginner");
  }

  @Test
  void waitsForATimeAndUntilADate() {
    String pausing = file("pause", Map.of("pause", "PT2S"));
    String dated = file("date", Map.of("validFrom", Instant.now().plusSeconds(2).toString()));
    assertThat(closed(pausing)).isEqualTo("paused");
    assertThat(desk.look(pausing).path("history").findValuesAsText("to")).containsSubsequence("WAITING", "CLOSED");
    assertThat(closed(dated)).isEqualTo("valid");
  }

  @Test
  void takesTheTimeOutPathWhenNoEventComes() {
    String number = file("event", Map.of("pause", "PT1S"));
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(closed.path("closeReason").asText()).isEqualTo("not paid in time");
  }

  @Test
  void loopsOverLists() {
    assertThat(closed(file("loop", Map.of("cards", List.of("red", "blue"))))).startsWith("red;blue;A1A2B3 2");
  }

  @Test
  void runsSubflowsThatWait() {
    assertThat(closed(file("subflow", Map.of()))).isEqualTo("Hello requester!");
  }

  @Test
  void takesFaultPathsOfErrorsSubflowsAndExpressions() {
    assertThat(closed(file("error", Map.of()))).isEqualTo("NOT_TODAY in refuse: Not today, requester");
    assertThat(closed(file("fault", Map.of("pause", "no number", "cardId", Desk.newCard()))))
        .startsWith("from the subflow: SUBFLOW_FAILED, then EXPR-001");
  }

  @Test
  void goesOnWithTheDataOfItsEvent() {
    String number = file("event", Map.of("pause", "PT10M"));
    pay(number);
    assertThat(closed(number)).isEqualTo("paid by Ada");
  }

  @Test
  void missesNoEventThatComesWhileItsFlowBegins() {
    List<String> filed =
        IntStream.range(0, 20)
            .mapToObj(i -> desk.file(Map.of("process", "Late_Beginner", "subject", "Late", "requester", "requester", "attributes", Map.of())))
            .peek(this::pay)
            .toList();
    filed.forEach(number -> desk.awaitStatus(number, "CLOSED"));
  }

  /** Whether the case awaits the event already or not. */
  private void pay(String number) {
    int status =
        server.as("bank").post("/api/v1/cases/" + number + "/events", Map.of("id", "p-1", "name", "paid", "data", Map.of("payer", "Ada"))).status();
    assertThat(status).isIn(200, 202);
  }

  @Test
  void refusesTheRequestThatStartsItWithAnErrorOfItsOwn() {
    JsonNode problem =
        server
            .as("agent")
            .post("/api/v1/service-requests", Map.of("process", "Waits", "attributes", Map.of("scenario", "uncaught")))
            .expect(409)
            .json();
    assertThat(problem.path("code").asText()).isEqualTo("NOT_AT_ALL");
  }

  @Test
  void goesOnBehindAnIncidentThatItRaised() {
    String number = file("incident", Map.of());
    desk.awaitStatus(number, "ESCALATED");
    long incident =
        Desk.stream(server.as("operator").get("/api/v1/incidents?size=100").expect(200).json().path("items"))
            .filter(found -> found.path("caseNumber").asText().equals(number))
            .peek(found -> assertThat(found.path("code").asText()).isEqualTo("LOOK_AT_IT"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    server.as("operator").post("/api/v1/incidents/" + incident + "/retry", Map.of("reason", "Looked.")).expect(204);
    assertThat(closed(number)).isEqualTo("looked at");
  }

  private String closed(String number) {
    return desk.awaitStatus(number, "CLOSED").path("closeReason").asText();
  }

  private String file(String scenario, Map<String, Object> more) {
    Map<String, Object> attributes = new HashMap<>(more);
    attributes.put("scenario", scenario);
    return desk.file(Map.of("process", "Waits", "subject", "Waits", "requester", "requester", "attributes", attributes));
  }
}
