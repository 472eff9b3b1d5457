package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bank that fails stops nobody: work for it parks without an incident each, and resumes. */
@ExtendWith(ServerLogOnFailure.class)
class CircuitIT {
  private static final String CONNECTOR = "/api/v1/connectors/card-system";
  private static final Map<String, String> REASON = Map.of("reason", "The bank asked us to.");

  private final CaseboundServer server = SharedServer.any();
  private final Desk desk = new Desk(server);

  @AfterEach
  void letCallsGoOut() {
    server.bank().delete("/faults");
    if (!state().equals("CLOSED")) {
      server.as("operator").post(CONNECTOR + "/start", REASON).expect(200);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> connector().path("parked").asInt() == 0);
  }

  @Test
  void opensWhenTheBankFailsParksWithoutIncidentsAndResumesWhenItWorksAgain() {
    server.bank().put("/faults", Map.of("failNext", 100_000, "status", 503)).expect(200);
    List<String> first = file(15);
    await("the circuit to open").atMost(Duration.ofSeconds(30)).until(() -> state().equals("OPEN") || state().equals("HALF_OPEN"));
    awaitKnown();
    List<String> second = file(5);
    for (String number : second) {
      JsonNode seen = desk.look(number);
      JsonNode step = Desk.steps(seen).get(0);
      assertThat(step.path("state").asText()).isEqualTo("READY");
      assertThat(step.path("reason").asText()).startsWith("card-system's circuit is open since ");
      assertThat(seen.path("statusText").asText()).contains("card-system's circuit is open since ");
      assertThat(Desk.attempts(seen)).hasSize(1).allMatch(attempt -> attempt.path("outcome").asText().equals("PLANNED"));
    }
    await("all work to be parked")
        .atMost(Duration.ofSeconds(30))
        .until(() -> first.stream().allMatch(number -> Desk.steps(desk.look(number)).get(0).path("reason").asText().contains("circuit is open")));
    assertThat(first).allMatch(number -> desk.look(number).path("incidents").isEmpty());

    server.bank().delete("/faults");

    for (String number : concat(first, second)) {
      JsonNode closed = desk.awaitStatus(number, "CLOSED");
      assertThat(closed.path("incidents")).isEmpty();
      assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
      assertThat(desk.effectOf(closed).path("effects").asInt(1)).isEqualTo(1);
    }
    assertThat(state()).isEqualTo("CLOSED");
    JsonNode changes = server.as("lead").get(CONNECTOR + "/changes").expect(200).json().path("items");
    assertThat(changes.get(0).path("to").asText()).isEqualTo("CLOSED");
    assertThat(changes.get(0).path("actor").asText()).isEqualTo("system");
    assertThat(changes.get(1).path("to").asText()).isEqualTo("OPEN");
    assertThat(changes.get(1).path("why").asText()).contains("calls failed");
    desk.replayHistories();
  }

  /** The pool's 20 connections wait for a slow bank, and a third of the calls gets none within its 5 s. */
  @Test
  void staysClosedWhenOurOwnPoolHasNoConnectionLeft() {
    server.bank().put("/faults", Map.of("stallMillis", 3_000)).expect(200);
    List<String> numbers = desk.fileTogether(64, Desk::cardBlock);
    await("calls to find no connection")
        .atMost(Duration.ofSeconds(30))
        .until(() -> numbers.stream().filter(number -> tries(number).contains("CONNECTOR_BUSY")).count() >= 10);
    server.bank().delete("/faults");
    for (String number : numbers) {
      JsonNode closed = desk.awaitStatus(number, "CLOSED");
      assertThat(closed.path("incidents")).isEmpty();
      assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    }
    assertThat(state()).isEqualTo("CLOSED");
    assertThat(numbers).noneMatch(number -> tries(number).contains("circuit is open"));
    desk.replayHistories();
  }

  /** What became of the tries of a case. */
  private String tries(String number) {
    return Desk.attempts(desk.look(number)).toString();
  }

  @Test
  void isSwitchedByHandByAnOperatorWithAReason() {
    server.as("agent").post(CONNECTOR + "/stop", REASON).expect(403);
    server.as("operator").post(CONNECTOR + "/stop", Map.of()).expect(422);
    JsonNode stopped = server.as("operator").post(CONNECTOR + "/stop", REASON).expect(200).json();
    assertThat(stopped.path("state").asText()).isEqualTo("STOPPED");
    assertThat(stopped.path("changedBy").asText()).isEqualTo("operator");
    assertThat(server.as("operator").post(CONNECTOR + "/stop", REASON).expect(409).json().path("code").asText()).isEqualTo("CIRC-001");
    awaitKnown();

    String number = file(1).get(0);
    assertThat(Desk.steps(desk.look(number)).get(0).path("reason").asText())
        .startsWith("Calls to card-system are stopped by operator since ")
        .contains("The bank asked us to.");
    assertThat(connector().path("parked").asInt()).isPositive();

    server.as("agent").post(CONNECTOR + "/start", REASON).expect(403);
    server.as("operator").post(CONNECTOR + "/start", REASON).expect(200);
    desk.awaitStatus(number, "CLOSED");
    assertThat(server.as("operator").post(CONNECTOR + "/start", REASON).expect(409).json().path("code").asText()).isEqualTo("CIRC-002");
    desk.replayHistories();
  }

  /** Until this node knows, within a second: a case that is filed then is parked, not called. */
  private void awaitKnown() {
    await("a new call to be parked")
        .atMost(Duration.ofSeconds(30))
        .until(() -> Desk.attempts(desk.look(file(1).get(0))).get(0).path("outcome").asText().equals("PLANNED"));
  }

  private List<String> file(int count) {
    return IntStream.range(0, count).mapToObj(i -> desk.file(Desk.cardBlock(Desk.newCard()))).toList();
  }

  private String state() {
    return connector().path("state").asText();
  }

  private JsonNode connector() {
    return Desk.stream(server.as("operator").get("/api/v1/connectors").expect(200).json())
        .filter(each -> each.path("name").asText().equals("card-system"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> concat(List<String> some, List<String> others) {
    return IntStream.range(0, some.size() + others.size()).mapToObj(i -> i < some.size() ? some.get(i) : others.get(i - some.size())).toList();
  }
}
