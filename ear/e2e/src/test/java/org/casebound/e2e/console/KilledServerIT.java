package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.api.HookReceiver;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server is killed while a draft is half written, a batch under way, a call between two tries and an event on its way to a webhook. After its next start all of them go on. */
@ExtendWith(ServerLogOnFailure.class)
class KilledServerIT {
  /** What a busy machine may add to a pause. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private static final HookReceiver receiver = new HookReceiver();

  private static CaseboundServer server;
  private static List<String> stopped;
  private static long drafted;
  private static String tried;
  private static Instant second;
  private static Instant third;
  private static String batch;
  private static Instant back;

  @BeforeAll
  static void killInTheMiddle() {
    server =
        CaseboundServer.on(Database.H2)
            .with("casebound.step.lease", "PT5S")
            .with("casebound.webhooks.insecure", "true")
            .with("casebound.webhooks.allow", "localhost")
            .with("casebound.webhooks.timeout", "PT1S")
            .with("casebound.webhooks.killed.secrets", "whsec_a2lsbGVkLXNlcnZlcnMtc2VjcmV0LTI0Yg==")
            .start();
    server
        .as("admin")
        .post("/api/v1/webhooks", Map.of("name", "killed", "url", receiver.address(), "events", List.of("case.created"), "processes", List.of("Stopping")))
        .expect(201);
    receiver.hold();
    Filing filing = new Filing(server);
    drafted = filing.workItem(filing.checkedAddress("3 Draft Dale"));
    try (Person agent = Person.signedIn(server, "agent")) {
      Draft.type(agent, drafted);
      agent.open("/request/Fee_Inquiry");
      agent.page().getByLabel("question").fill(Draft.TYPED);
      agent.button("Save and go on later").click();
      PlaywrightAssertions.assertThat(agent.notice()).containsText("is saved");
    }
    stopped = new Stops(server).file(5);
    Desk desk = new Desk(server);
    Bundles.publish(server, "patient");
    server.bank().put("/faults", Map.of("failNext", 2, "status", 503)).expect(200);
    tried = desk.file(Desk.patientBlock(Desk.newCard()));
    second = desk.awaitNextTry(tried, 2);
    third = desk.awaitNextTry(tried, 3);
    Map<String, Object> retry = Map.of("action", "RETRY", "process", "Stopping", "reason", "Again.", "ratePerMinute", 60);
    batch = "/api/v1/batches/" + server.as("operator").post("/api/v1/batches", retry).expect(200).json().path("id");
    await("a target to be begun").atMost(Duration.ofSeconds(30)).until(() -> server.as("operator").get(batch).json().path("counts").path("PENDING").asInt() < 5);
    await("an event to be under way").atMost(Duration.ofSeconds(30)).until(() -> !receiver.received().isEmpty());
    server.kill();
    receiver.release();
    server.start();
    back = Instant.now();
  }

  @AfterAll
  static void stop() {
    receiver.close();
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

  /** None was taken before the death: each of them was written with its case, or is sent again with the same id. */
  @Test
  void noEventIsLost() {
    await("all events to be taken")
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.as("operator").get("/api/v1/webhooks/killed").json().path("health").path("pending").asInt() == 0);
    assertThat(receiver.received()).extracting(each -> each.json().at("/data/case").asText()).containsAll(stopped);
    String first = receiver.received().get(0).id();
    assertThat(receiver.of(first)).as("the one that was under way").hasSizeGreaterThan(1);
    assertThat(receiver.of(first)).extracting(each -> new String(each.body(), StandardCharsets.UTF_8)).containsOnly(new String(receiver.of(first).get(0).body(), StandardCharsets.UTF_8));
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
