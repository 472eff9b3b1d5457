package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations on all that match: the list is frozen, each target gets its own result, and a retry is fixed only when its step has passed. */
@ExtendWith(ServerLogOnFailure.class)
class BatchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CaseboundServer server = SharedServer.any();
  private final Stops stops = new Stops(server);

  @AfterEach
  void clear() {
    stops.clear();
  }

  @Test
  void aRetryWithoutAFixFailsAgainAndSaysWhy() {
    String number = stops.file(1).get(0);
    long incident = stops.incident(number);
    assertThat(stops.look(incident).path("incident").path("connector").asText()).isEqualTo("card-system");
    server.as("operator").post("/api/v1/incidents/" + incident + "/retry", Map.of("reason", "Try again.")).expect(204);
    JsonNode seen = await("the retry to end").atMost(PATIENCE).until(() -> stops.look(incident), found -> ended(found.path("retry")));
    assertThat(seen.path("retry").path("state").asText()).isEqualTo("FAILED_AGAIN");
    assertThat(seen.path("retry").path("message").asText()).isEqualTo("CARD_UNKNOWN: The bank does not know it.");
    assertThat(seen.path("retry").path("laterIncident").asLong()).isEqualTo(stops.incident(number));
    assertThat(seen.path("resolvedBy").asText()).isEqualTo("operator");

    String card = Desk.newCard();
    long again = stops.incident(number);
    server.as("operator").post("/api/v1/incidents/" + again + "/retry", Map.of("reason", "Typing error.", "request", Map.of("cardId", card))).expect(204);
    await("the retry to be fixed").atMost(PATIENCE).until(() -> stops.look(again).path("retry").path("state").asText().equals("FIXED"));
    assertThat(stops.look(incident).path("retry").path("state").asText()).isEqualTo("FAILED_AGAIN");
    assertThat(new Desk(server).look(number).path("status").asText()).isEqualTo("CLOSED");
  }

  private static boolean ended(JsonNode retry) {
    return List.of("FIXED", "FAILED_AGAIN", "OVERTAKEN").contains(retry.path("state").asText());
  }

  @Test
  void inBulkToo() {
    List<String> numbers = stops.file(4);
    Map<String, Object> retry = body("RETRY", Map.of("code", Stops.CODE, "step", "block", "ratePerMinute", 60));
    assertThat(post("/preview", retry).expect(200).json().path("count").asLong()).isEqualTo(stops.open().size());
    JsonNode begun = post("", retry).expect(200).json();
    act(begun, "/pause").expect(200);
    // The targets stand in the order in which they stopped, which need not be that of their cases.
    long resolvedMeanwhile = stops.incident(items(begun, "").get(3).path("caseNumber").asText());
    String late = stops.file(1).get(0);
    server.as("operator").post("/api/v1/incidents/" + resolvedMeanwhile + "/skip", Map.of("reason", "Done by phone.")).expect(204);
    act(begun, "/resume").expect(200);

    JsonNode done = awaitEnd(begun);
    assertThat(done.path("targets").asLong()).isEqualTo(4);
    assertThat(done.path("counts").toString()).isEqualTo("{\"FAILED_AGAIN\":3,\"RESOLVED_MEANWHILE\":1}");
    List<JsonNode> failed = items(begun, "?state=FAILED_AGAIN");
    assertThat(failed).extracting(item -> item.path("message").asText()).containsOnly("CARD_UNKNOWN: The bank does not know it.");
    assertThat(failed).extracting(item -> item.path("laterIncident").asLong()).doesNotContain(0L).doesNotHaveDuplicates();
    assertThat(items(begun, "?state=RESOLVED_MEANWHILE").get(0).path("message").asText()).startsWith("Resolved by operator at 20");
    assertThat(items(begun, "")).extracting(item -> item.path("caseNumber").asText()).doesNotContain(late).containsExactlyInAnyOrderElementsOf(numbers);
  }

  @Test
  void whatTheEngineRefusesKeepsItsReasonAndTheOthersGoOn() {
    stops.file(2);
    JsonNode done = awaitEnd(post("", body("SKIP", Map.of("outcome", "nonsense"))).expect(200).json());
    assertThat(done.path("counts").toString()).isEqualTo("{\"REFUSED\":2}");
    assertThat(items(done, "").get(0).path("message").asText()).startsWith("WORK-010: 'nonsense' is no outcome of 'Block the card'");
    assertThat(stops.open()).hasSize(2);
    JsonNode canceled = awaitEnd(post("", body("CANCEL", Map.of("target", "INCIDENTS"))).expect(200).json());
    assertThat(canceled.path("counts").toString()).isEqualTo("{\"DONE\":2}");
    assertThat(stops.open()).isEmpty();
  }

  @Test
  void aBatchIsPausedResumedAndEnded() {
    stops.file(3);
    JsonNode begun = post("", body("RETRY", Map.of("ratePerMinute", 1))).expect(200).json();
    await("the first target to have its result").atMost(PATIENCE).until(() -> look(begun).path("counts").path("FAILED_AGAIN").asLong() == 1);
    assertThat(act(begun, "/pause").expect(200).json().path("state").asText()).isEqualTo("PAUSED");
    assertThat(act(begun, "/pause").expect(409).body()).contains("BATCH-006");
    assertThat(look(begun).path("counts").path("PENDING").asLong()).isEqualTo(2);
    assertThat(act(begun, "/resume").expect(200).json().path("state").asText()).isEqualTo("RUNNING");
    await("the second target to be begun").atMost(PATIENCE).until(() -> look(begun).path("counts").path("FAILED_AGAIN").asLong() == 2);
    assertThat(act(begun, "/cancel").expect(200).json().path("message").asText()).isEqualTo("Canceled by operator.");
    JsonNode done = awaitEnd(begun);
    assertThat(done.path("state").asText()).isEqualTo("CANCELED");
    assertThat(done.path("counts").toString()).isEqualTo("{\"FAILED_AGAIN\":2,\"CANCELED\":1}");
    assertThat(act(begun, "/resume").expect(409).body()).contains("BATCH-006");
  }

  @Test
  void flowsAreSuspendedAndResumedTogether() {
    Desk desk = new Desk(server);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    Map<String, Object> which = Map.of("process", "Address_Update", "age", "HOUR", "action", "SUSPEND", "reason", "Bank holiday.", "ratePerMinute", 6000);
    JsonNode done = awaitEnd(server.as("operator").post("/api/v1/batches", which).expect(200).json());
    assertThat(done.path("counts").path("DONE").asLong()).isEqualTo(done.path("targets").asLong()).isPositive();
    assertThat(states(number)).contains("SUSPENDED");
    Map<String, Object> resuming = new HashMap<>(which);
    resuming.put("action", "RESUME");
    awaitEnd(server.as("operator").post("/api/v1/batches", resuming).expect(200).json());
    assertThat(states(number)).doesNotContain("SUSPENDED");
  }

  private List<String> states(String number) {
    return Desk.stream(new Desk(server).look(number).path("flows")).map(flow -> flow.path("state").asText()).toList();
  }

  @Test
  void whatCanNotBeABatchIsRefused() {
    assertThat(post("", body("RETRY", Map.of("target", "FLOWS"))).expect(409).body()).contains("BATCH-002");
    assertThat(post("", Map.of("action", "CANCEL", "reason", "x", "process", "Stopping", "state", "COMPLETED")).expect(409).body()).contains("BATCH-002");
    assertThat(post("", body("RETRY", Map.of("code", "NO_SUCH"))).expect(409).body()).contains("BATCH-003");
    stops.file(1);
    assertThat(post("", body("RETRY", Map.of("ratePerMinute", 0))).expect(409).body()).contains("BATCH-005");
    assertThat(post("", Map.of("action", "RETRY", "process", "Stopping")).expect(422).body()).contains("/reason");
    assertThat(post("", Map.of("reason", "x")).expect(422).body()).contains("/action");
  }

  private static Map<String, Object> body(String action, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(Map.of("action", action, "process", "Stopping", "reason", "The bank says it is better now."));
    body.putAll(more);
    return body;
  }

  private Reply post(String path, Object body) {
    return server.as("operator").post("/api/v1/batches" + path, body);
  }

  private Reply act(JsonNode batch, String command) {
    return post("/" + batch.path("id").asLong() + command, "");
  }

  private JsonNode look(JsonNode batch) {
    return server.as("lead").get("/api/v1/batches/" + batch.path("id").asLong()).expect(200).json();
  }

  private List<JsonNode> items(JsonNode batch, String filter) {
    return Desk.stream(server.as("lead").get("/api/v1/batches/" + batch.path("id").asLong() + "/items" + filter).expect(200).json().path("items")).toList();
  }

  private JsonNode awaitEnd(JsonNode batch) {
    return await("batch " + batch.path("id") + " to end").atMost(PATIENCE).until(() -> look(batch), seen -> seen.hasNonNull("endedAt"));
  }
}
