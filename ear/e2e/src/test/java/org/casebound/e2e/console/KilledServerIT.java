package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server is killed while a draft is half written, a batch under way and a call between two tries. After its next start all of them go on. */
@ExtendWith(ServerLogOnFailure.class)
class KilledServerIT {
  /** What a busy machine may add to a pause. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private static CaseboundServer server;
  private static long drafted;
  private static String tried;
  private static Instant second;
  private static Instant third;
  private static String batch;
  private static Instant back;

  @BeforeAll
  static void killInTheMiddle() {
    server = CaseboundServer.on(Database.H2).with("casebound.step.lease", "PT5S").start();
    Filing filing = new Filing(server);
    drafted = filing.workItem(filing.checkedAddress("3 Draft Dale"));
    try (Person agent = Person.signedIn(server, "agent")) {
      Draft.type(agent, drafted);
      agent.open("/request/Fee_Inquiry");
      agent.page().getByLabel("question").fill(Draft.TYPED);
      agent.button("Save and go on later").click();
      PlaywrightAssertions.assertThat(agent.notice()).containsText("is saved");
    }
    new Stops(server).file(5);
    Desk desk = new Desk(server);
    Bundles.publish(server, "patient");
    server.bank().put("/faults", Map.of("failNext", 2, "status", 503)).expect(200);
    tried = desk.file(Desk.patientBlock(Desk.newCard()));
    second = desk.awaitNextTry(tried, 2);
    third = desk.awaitNextTry(tried, 3);
    Map<String, Object> retry = Map.of("action", "RETRY", "process", "Stopping", "reason", "Again.", "ratePerMinute", 60);
    batch = "/api/v1/batches/" + server.as("operator").post("/api/v1/batches", retry).expect(200).json().path("id");
    await("a target to be begun").atMost(Duration.ofSeconds(30)).until(() -> server.as("operator").get(batch).json().path("counts").path("PENDING").asInt() < 5);
    server.kill();
    server.start();
    back = Instant.now();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theDraftsAreThere() {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + drafted);
      Draft.expectTyped(agent);
      agent.open("/request/Fee_Inquiry");
      PlaywrightAssertions.assertThat(agent.page().getByLabel("question")).hasValue(Draft.TYPED);
    }
  }

  @Test
  void theBatchGoesOn() {
    JsonNode ended =
        await("the batch to end").atMost(Duration.ofSeconds(60)).until(() -> server.as("operator").get(batch).json(), seen -> seen.hasNonNull("endedAt"));
    assertThat(ended.path("counts").toString()).isEqualTo("{\"FAILED_AGAIN\":5}");
  }

  @Test
  void theThirdTryIsMadeAtItsTime() {
    Desk desk = new Desk(server);
    List<JsonNode> tries = Desk.attempts(desk.awaitStatus(tried, "CLOSED"));
    assertThat(tries).extracting(each -> each.path("number").asInt()).containsExactly(1, 2, 3);
    assertThat(tries).extracting(each -> each.path("idempotencyKey").asText()).containsOnly(tries.get(0).path("idempotencyKey").asText());
    assertThat(Duration.between(Desk.time(tries.get(0), "endedAt"), second)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(Duration.between(Desk.time(tries.get(1), "endedAt"), third)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    Instant possible = third.isAfter(back) ? third : back;
    assertThat(Desk.time(tries.get(2), "startedAt")).isBetween(third, possible.plus(SLACK));
    desk.replayHistories();
  }
}
