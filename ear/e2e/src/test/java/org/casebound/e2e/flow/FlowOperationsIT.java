package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do with running flows: cancel, suspend and resume them, mend and skip what failed. */
@OnEachDatabase
class FlowOperationsIT {
  private static final Map<String, Object> REASON = Map.of("reason", "The customer called.");

  private final CaseboundServer server;
  private final Desk desk;

  FlowOperationsIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @BeforeEach
  void publish() {
    Bundles.publish(server, "rework");
  }

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void aCanceledFlowWithdrawsItsWorkAndLeavesTheCaseToPeople() {
    String number = rework(Desk.newCard());
    long item = desk.awaitWorkItem(number);
    assertThat(operate(number, "cancel", REASON).expect(200).json().path("state").asText()).isEqualTo("CANCELED");

    JsonNode seen = desk.look(number);
    assertThat(step(seen, "write").path("state").asText()).isEqualTo("CANCELED");
    assertThat(seen.path("flows").path(0).path("stages").path(0).path("state").asText()).isEqualTo("CANCELED");
    JsonNode withdrawn = server.as("lead").get("/api/v1/work-items/" + item).expect(200).json();
    assertThat(withdrawn.path("state").asText()).isEqualTo("CANCELED");
    assertThat(withdrawn.path("comment").asText()).isEqualTo("The customer called.");
    assertThat(Desk.stream(seen.path("history")).filter(h -> h.path("to").asText().equals("CANCELED")))
        .isNotEmpty()
        .allSatisfy(h -> assertThat(h.path("actor").asText()).isEqualTo("operator"));

    Map<String, Object> version = Map.of("version", seen.path("version").asInt());
    JsonNode taken = server.as("agent").post("/api/v1/cases/" + number + "/take", version).expect(200).json();
    Map<String, Object> closing =
        Map.of("resolution", "CANCELED", "reason", "Withdrawn.", "version", taken.path("version").asInt());
    server.as("agent").post("/api/v1/cases/" + number + "/close", closing).expect(200);
  }

  @Test
  void aFlowIsCanceledOnceOnly() {
    String number = rework(Desk.newCard());
    operate(number, "cancel", REASON).expect(200);
    assertThat(operate(number, "cancel", REASON).expect(409).body()).contains("FLOW-001");
  }

  @Test
  void whatAPersonFinishesWhileAFlowIsSuspendedIsTakenInAtItsResuming() {
    String number = rework(Desk.newCard());
    long item = desk.awaitWorkItem(number);
    assertThat(suspend(number).path("state").asText()).isEqualTo("SUSPENDED");
    desk.complete(item, "written", "");
    JsonNode suspended = desk.look(number);
    assertThat(step(suspended, "write").path("state").asText()).isEqualTo("IN_PROGRESS");
    assertThat(step(suspended, "review").path("state").asText()).isEqualTo("NOT_STARTED");

    assertThat(operate(number, "resume", "").expect(200).json().path("state").asText()).isEqualTo("IN_PROGRESS");
    JsonNode resumed = desk.look(number);
    assertThat(step(resumed, "write").path("state").asText()).isEqualTo("COMPLETED");
    assertThat(step(resumed, "review").path("state").asText()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anAcknowledgementWaitsInTheInboxWhileItsFlowIsSuspended() {
    server.bank().put("/faults", Map.of("acknowledgementDelayMillis", 4000)).expect(200);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    JsonNode waiting = desk.awaitStatus(number, "WAITING");
    suspend(number);
    await("the bank to acknowledge")
        .atMost(Duration.ofSeconds(30))
        .until(() -> desk.effectOf(waiting).path("acknowledgementsSent").asInt() == 1);
    assertThat(desk.look(number).path("status").asText()).isNotEqualTo("CLOSED");

    operate(number, "resume", "").expect(200);
    assertThat(desk.awaitStatus(number, "CLOSED").path("resolution").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void aPlannedTryKeepsStillWhileItsFlowIsSuspended() {
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503, "retryAfterSeconds", 5)).expect(200);
    String number = desk.file(Desk.cardBlock(Desk.newCard()));
    JsonNode planned =
        await("a second try")
            .atMost(Duration.ofSeconds(30))
            .until(() -> desk.look(number), seen -> Desk.attempts(seen).size() == 2);
    suspend(number);
    // Another case, whose only try comes later than the held one would have, shows that the time is over.
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503, "retryAfterSeconds", 6)).expect(200);
    desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    assertThat(Desk.attempts(desk.look(number)).get(1).path("outcome").asText()).isEqualTo("PLANNED");

    operate(number, "resume", "").expect(200);
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(Desk.attempts(closed).get(1).path("idempotencyKey")).isEqualTo(Desk.attempts(planned).get(0).path("idempotencyKey"));
  }

  @Test
  void theClocksOfACaseStandStillWhileItsFlowIsSuspendedUnlessTheOperatorWantsThemToRun() {
    Bundles.publish(server, "deadlines");
    String number =
        desk.file(
            Map.of("process", "Deadlines", "subject", "Clocks", "requester", "requester", "attributes", Map.of("work", "flow")));
    operate(number, "suspend", Map.of("reason", "Short stop.", "pauseClocks", false)).expect(200);
    assertThat(milestone(number, "resolution")).isEqualTo("RUNNING");
    operate(number, "resume", "").expect(200);
    suspend(number);
    assertThat(milestone(number, "resolution")).isEqualTo("PAUSED");
    operate(number, "resume", "").expect(200);
    assertThat(milestone(number, "resolution")).isEqualTo("RUNNING");
  }

  private String milestone(String number, String name) {
    return Desk.stream(desk.look(number).path("milestones"))
        .filter(milestone -> milestone.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("state")
        .asText();
  }

  @Test
  void aFlowThatIsNotInProgressIsNeitherSuspendedNorResumed() {
    String number = rework(Desk.newCard());
    assertThat(operate(number, "resume", "").expect(409).body()).contains("FLOW-001");
    suspend(number);
    assertThat(operate(number, "suspend", REASON).expect(409).body()).contains("FLOW-001");
    assertThat(operate(number, "cancel", REASON).expect(200).json().path("state").asText()).isEqualTo("CANCELED");
  }

  @Test
  void aFailedStepIsSkippedWithAnOutcomeAndAReason() {
    String number = failed(Desk.newCard());
    Api operator = server.as("operator");
    String incident = "/api/v1/incidents/" + incidentOf(number);
    assertThat(operator.post(incident + "/skip", Map.of("reason", "Done by phone.", "outcome", "nonsense")).expect(422).body())
        .contains("/outcome");
    server.as("agent").post(incident + "/skip", Map.of("reason", "Done by phone.")).expect(403);
    operator.post(incident + "/skip", Map.of("reason", "Done by phone.")).expect(204);
    assertThat(operator.post(incident + "/skip", Map.of("reason", "Again.")).expect(409).body()).contains("INC-001");

    JsonNode seen = desk.look(number);
    assertThat(step(seen, "block").path("state").asText()).isEqualTo("COMPLETED");
    assertThat(step(seen, "block").path("outcome").asText()).isEqualTo("done");
    assertThat(seen.path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(Desk.stream(seen.path("history")).map(h -> h.path("to").asText() + " " + h.path("why").asText()))
        .contains("SKIP Done by phone.");
    desk.complete(step(seen, "beside").path("workItemId").asLong(), "done", "");
    desk.awaitStatus(number, "CLOSED");
  }

  @Test
  void aFailedStepIsTriedAgainWithMendedData() {
    String mistyped = Desk.newCard();
    String number = failed(mistyped);
    String incident = "/api/v1/incidents/" + incidentOf(number);
    Api operator = server.as("operator");
    assertThat(operator.post(incident + "/retry", Map.of("reason", "Typing error.", "request", Map.of("noSuch", 1))).expect(422).body())
        .contains("/request/noSuch");
    String card = Desk.newCard();
    operator.post(incident + "/retry", Map.of("reason", "Typing error.", "request", Map.of("cardId", card))).expect(204);
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(server.bank().get("/cards/" + card).expect(200).body()).contains("BLOCKED");
    assertThat(Desk.attempts(closed)).extracting(attempt -> attempt.path("idempotencyKey").asText()).doesNotHaveDuplicates();
  }

  @Test
  void aFlowIsSentBackFromACallThatWaitsForItsAnswer() {
    server.bank().put("/faults", Map.of("loseAcknowledgements", 1)).expect(200);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    desk.awaitStatus(number, "WAITING");
    String stage = desk.look(number).at("/flows/0/stages/0/name").asText();
    operate(number, "send-back", Map.of("stage", stage, "reason", "Another proof came.")).expect(200);
    assertThat(outcomes(number)).containsExactly("WITHDRAWN");
    assertThat(Desk.stream(desk.look(number).path("history")).filter(h -> h.path("to").asText().equals("SENT_BACK")))
        .singleElement()
        .satisfies(h -> assertThat(h.path("actor").asText()).isEqualTo("operator"))
        .satisfies(h -> assertThat(h.path("why").asText()).endsWith(": Another proof came."));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    desk.awaitStatus(number, "CLOSED");
    assertThat(outcomes(number)).containsExactly("DONE", "WITHDRAWN");
  }

  private List<String> outcomes(String number) {
    JsonNode calls = server.as("operator").get("/api/v1/ledger?case=" + number).expect(200).json().path("items");
    return Desk.stream(calls).map(call -> call.path("outcome").asText()).toList();
  }

  @Test
  void flowsAreListedByWhatIsAskedFor() {
    String number = rework(Desk.newCard());
    JsonNode found =
        server.as("operator").get("/api/v1/flows?process=Rework&version=1&state=IN_PROGRESS&stage=draft&size=100").expect(200).json();
    assertThat(Desk.stream(found.path("items")).map(flow -> flow.path("caseNumber").asText())).contains(number);
    assertThat(server.as("operator").get("/api/v1/flows?stage=no_such").expect(200).json().path("items")).isEmpty();
    server.as("operator").get("/api/v1/flows?version=0").expect(400);
  }

  private JsonNode suspend(String number) {
    return operate(number, "suspend", REASON).expect(200).json();
  }

  private Reply operate(String number, String operation, Object body) {
    long flow =
        Desk.stream(desk.look(number).path("flows"))
            .filter(run -> run.path("name").asText().endsWith("_Flow"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    return server.as("operator").post("/api/v1/flows/" + flow + "/" + operation, body);
  }

  private String rework(String card) {
    return desk.file(
        Map.of(
            "process", "Rework",
            "subject", "Rework",
            "requester", "requester",
            "attributes", Map.of("cardId", card, "feeId", "F-" + card + "1")));
  }

  private String approved(String card) {
    String number = rework(card);
    for (String outcome : new String[] {"written", "reviewed", "approved"}) {
      desk.complete(desk.awaitWorkItem(number), outcome, "");
    }
    return number;
  }

  private String failed(String card) {
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503)).expect(200);
    String number = approved(card);
    desk.awaitStatus(number, "ESCALATED");
    return number;
  }

  private long incidentOf(String number) {
    return Desk.stream(server.as("operator").get("/api/v1/incidents?size=100").expect(200).json().path("items"))
        .filter(incident -> incident.path("caseNumber").asText().equals(number))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  private static JsonNode step(JsonNode seenCase, String name) {
    return Desk.steps(seenCase).stream().filter(step -> step.path("name").asText().equals(name)).findFirst().orElseThrow();
  }
}
