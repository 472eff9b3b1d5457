package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events, records, notes, fault stages, quorums and undo of an orchestration, on the real server. */
@OnEachDatabase
class EngineIT {
  private final CaseboundServer server;
  private final Desk desk;

  EngineIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @BeforeEach
  void importTheProcess() throws IOException {
    try (InputStream bundle = EngineIT.class.getResourceAsStream("/bundles/engine.yaml")) {
      String yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=engine.yaml", yaml).expect(200);
    }
  }

  @Test
  void keepsAnEarlyEventUntilAStepAwaitsItAndTwoPeopleAgree() {
    String number = file("PT5S");
    assertThat(tell(number, "e-1", 5, 202)).isEqualTo("WAITING");
    assertThat(tell(number, "e-1", 5, 202)).isEqualTo("WAITING");
    long first = awaitWork(number, "two_agree", 0);
    desk.complete(first, "approved", "I agree");
    long second = awaitWork(number, "two_agree", first);
    server.as("lead").post("/api/v1/work-items/" + second + "/claim", "").expect(200);
    server
        .as("lead")
        .post("/api/v1/work-items/" + second + "/complete", Map.of("outcome", "approved", "comment", "I agree, too"))
        .expect(200);
    desk.awaitStatus(number, "CLOSED");
  }

  @Test
  void tellsAStepThatAwaitsAnEventOnce() {
    String number = file("PT0S");
    awaitState(number, "pay", "WAITING");
    assertThat(tell(number, "e-1", 5, 200)).isEqualTo("TAKEN");
    assertThat(tell(number, "e-1", 5, 200)).isEqualTo("TAKEN");
    server
        .as("bank")
        .post("/api/v1/cases/" + number + "/events", Map.of("id", "e-1", "name", "paid", "data", Map.of("sum", 7)))
        .expect(409);
    awaitWork(number, "two_agree", 0);
  }

  @Test
  void refusesEventsOfStrangersAndForUnknownCases() {
    String number = file("PT1H");
    Map<String, Object> event = Map.of("id", "e-1", "name", "paid");
    server.as("agent").post("/api/v1/cases/" + number + "/events", event).expect(403);
    server.as("bank").post("/api/v1/cases/C-99999999/events", event).expect(404);
    server.as("bank").post("/api/v1/cases/" + number + "/events", Map.of("name", "paid")).expect(422);
  }

  @Test
  void leavesAFailedStageForItsFaultStageWithoutAnIncident() {
    String number = file("PT0S");
    awaitState(number, "pay", "WAITING");
    tell(number, "e-1", 0, 200);
    long item = awaitWork(number, "look", 0);
    JsonNode seen = desk.look(number);
    assertThat(seen.path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(step(seen, "pay").path("state").asText()).isEqualTo("ERROR");
    assertThat(step(seen, "pay").path("reason").asText()).contains("NOTHING_PAID");
    desk.complete(item, "done", "");
    desk.awaitStatus(number, "CLOSED");
  }

  @Test
  void undoesCompletedStepsWhenItIsCanceled() {
    String number = file("PT1H");
    assertThat(notes(number)).containsExactly("About " + number);
    long flow = desk.look(number).path("flows").get(0).path("id").asLong();
    server.as("operator").post("/api/v1/flows/" + flow + "/cancel", Map.of("reason", "not wanted")).expect(200);
    assertThat(notes(number)).containsExactly("Undone " + number, "About " + number);
    JsonNode told = requestersNotes(number).get(0);
    assertThat(told.path("text").asText()).isEqualTo("Engine, 0 documents");
    server.as("requester").post("/api/v1/notifications/" + told.path("id").asLong() + "/read", "").expect(204);
    assertThat(requestersNotes(number).get(0).path("readAt").asText()).isNotEmpty();
    server.as("agent").post("/api/v1/notifications/" + told.path("id").asLong() + "/read", "").expect(404);
  }

  private String file(String pause) {
    return desk.file(
        Map.of("process", "Engine", "subject", "Engine", "requester", "requester", "attributes", Map.of("pause", pause)));
  }

  private String tell(String number, String id, int sum, int status) {
    return server
        .as("bank")
        .post("/api/v1/cases/" + number + "/events", Map.of("id", id, "name", "paid", "data", Map.of("sum", sum)))
        .expect(status)
        .json()
        .path("receipt")
        .asText();
  }

  private List<JsonNode> requestersNotes(String number) {
    return Desk.stream(server.as("requester").get("/api/v1/notifications?size=100").expect(200).json().path("items"))
        .filter(note -> note.path("caseNumber").asText().equals(number))
        .toList();
  }

  private List<String> notes(String number) {
    return requestersNotes(number).stream().map(note -> note.path("subject").asText()).toList();
  }

  private void awaitState(String number, String step, String state) {
    await(step + " of case " + number + " to be " + state)
        .atMost(Duration.ofSeconds(30))
        .until(() -> step(desk.look(number), step).path("state").asText().equals(state));
  }

  /** An open work item of the step that is another than the given one. */
  private long awaitWork(String number, String name, long otherThan) {
    return await("work of step " + name + " of case " + number)
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                server.as("lead").all("/api/v1/work-items?state=OFFERED").stream()
                    .filter(item -> item.path("caseNumber").asText().equals(number))
                    .mapToLong(item -> item.path("id").asLong())
                    .filter(id -> id != otherThan)
                    .findFirst()
                    .orElse(0),
            id -> id > 0);
  }

  private static JsonNode step(JsonNode seenCase, String name) {
    return Desk.steps(seenCase).stream().filter(step -> step.path("name").asText().equals(name)).findFirst().orElseThrow();
  }
}
