package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.WaitingTest;
import org.junit.jupiter.api.BeforeEach;

/** What starts flows besides the filing of a case: later, at a time, by a change, by each other. */
@OnEachDatabase
class TriggersIT {
  private final CaseboundServer server;
  private final Desk desk;

  TriggersIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @BeforeEach
  void publish() {
    Bundles.publish(server, "deadlines");
    Bundles.publish(server, "chain");
    Bundles.publish(server, "companion");
  }

  @WaitingTest
  void anAsyncPathRunsAfterTheCaseIsSaved() {
    String number = file(Map.of("work", "flow"));
    await("the async flow").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Deadlines_Async"), "COMPLETED"::equals);
    assertThat(flow(number, "Deadlines_Flow").path("state").asText()).isEqualTo("IN_PROGRESS");
  }

  @WaitingTest
  void aScheduledPathStartsWhenItsTimeHasCome() {
    Instant before = Instant.now();
    String number = file(Map.of("work", "hand"));
    assertThat(stateOf(number, "Deadlines_Later")).isEqualTo("NOT_STARTED");
    await("the scheduled flow").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Deadlines_Later"), "COMPLETED"::equals);
    assertThat(Instant.now()).isAfter(before.plusSeconds(6));
    assertThat(attribute(number, "result")).isEqualTo("six seconds later");
    assertThat(desk.look(number).path("status").asText()).as("a flow that only accompanies a case does not close it").isEqualTo("NEW");
  }

  @WaitingTest
  void aScheduledPathWhoseConditionHoldsNoMoreIsCanceled() {
    String number = file(Map.of("work", "hand"));
    JsonNode taken = post(number, "take", Map.of("version", desk.look(number).path("version").asInt()));
    post(
        number,
        "close",
        Map.of("resolution", "FULFILLED", "reason", "Done at once.", "version", taken.path("version").asInt()));
    await("the scheduled flow to be canceled")
        .atMost(Duration.ofSeconds(30))
        .until(() -> stateOf(number, "Deadlines_Later"), "CANCELED"::equals);
    assertThat(attribute(number, "result")).isEmpty();
  }

  @WaitingTest
  void aScheduledPathCountsFromADateOfTheRequest() {
    String number = file(Map.of("work", "hand", "validFrom", Instant.now().plusSeconds(3).toString()));
    await("the dated flow").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Deadlines_Dated"), "COMPLETED"::equals);
  }

  @WaitingTest
  void aConditionThatDoesNotHoldStartsNothing() {
    String number = file(Map.of("work", "hand"));
    assertThat(flowNames(number)).doesNotContain("Deadlines_Flow", "Deadlines_Async", "Deadlines_Dated");
  }

  @WaitingTest
  void flowsThatTriggerEachOtherStopWithAnIncident() {
    String number = desk.file(Map.of("process", "Chain", "subject", "Chain", "requester", "requester", "attributes", Map.of("count", 0)));
    JsonNode seen = desk.look(number);
    assertThat(seen.path("incidents")).singleElement().satisfies(i -> assertThat(i.path("code").asText()).isEqualTo("FLOW-021"));
    assertThat(seen.path("status").asText()).isEqualTo("ESCALATED");
    assertThat(attribute(number, "count")).as("sixteen flows in a chain after the first").isEqualTo("17");
  }

  @WaitingTest
  void aFlowEndsWithTheCaseThatAnotherFlowCloses() {
    String number = companion();
    assertThat(stateOf(number, "Companion_Watch")).isEqualTo("IN_PROGRESS");
    desk.complete(desk.awaitWorkItem(number), "done", "");
    desk.awaitStatus(number, "CLOSED");
    await("the other flow to end").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Companion_Watch"), "COMPLETED"::equals);
  }

  @WaitingTest
  void aFlowAsksItsConditionsAgainWhenAnotherChangesTheCase() {
    String number = companion();
    desk.complete(desk.awaitWorkItem(number), "urgent", "");
    await("the other flow to leave its stage")
        .atMost(Duration.ofSeconds(30))
        .until(() -> stateOf(number, "Companion_Watch"), "COMPLETED"::equals);
    assertThat(desk.look(number).path("status").asText()).isEqualTo("IN_PROGRESS");
    desk.complete(desk.awaitWorkItem(number), "done", "");
    desk.awaitStatus(number, "CLOSED");
  }

  @WaitingTest
  void aChangeFromOutsideStartsFlowsAndEndsStepsWhoseConditionNowHolds() {
    String number = file(Map.of("work", "flow"));
    change(number, Map.of("attributes", Map.of("amount", 20)));
    change(number, Map.of("attributes", Map.of("amount", 15)));
    assertThat(flowNames(number).stream().filter("Deadlines_Grown"::equals)).as("once it grew, once it shrank").hasSize(1);
    assertThat(desk.look(number).path("subject").asText()).isEqualTo("The amount has grown");
    change(number, Map.of("attributes", Map.of("amount", 16)));
    assertThat(flowNames(number).stream().filter("Deadlines_Grown"::equals)).as("each time it grows").hasSize(2);

    change(number, Map.of("priority", "CRITICAL"));
    change(number, Map.of("subject", "Still critical"));
    assertThat(flowNames(number).stream().filter("Deadlines_Critical"::equals)).as("only when it becomes critical").hasSize(1);
    assertThat(attribute(number, "result")).isEqualTo("became critical");

    assertThat(stepState(number, "answer_in_office_hours")).isEqualTo("IN_PROGRESS");
    change(number, Map.of("attributes", Map.of("result", "enough")));
    assertThat(stepState(number, "answer_in_office_hours")).isEqualTo("COMPLETED");
    assertThat(stateOf(number, "Deadlines_Flow")).isEqualTo("IN_PROGRESS");
  }

  @WaitingTest
  void aScheduledPathMovesWithItsDate() {
    String number = file(Map.of("work", "hand", "validFrom", Instant.now().plus(Duration.ofDays(2)).toString()));
    assertThat(stateOf(number, "Deadlines_Dated")).isEqualTo("NOT_STARTED");
    change(number, Map.of("attributes", Map.of("validFrom", Instant.now().plusSeconds(2).toString())));
    await("the dated flow").atMost(Duration.ofSeconds(30)).until(() -> attribute(number, "result"), "nearly valid"::equals);
  }

  /** A lead corrects the request, again when a flow was quicker. */
  private void change(String number, Map<String, Object> what) {
    String request = "/api/v1/service-requests/" + desk.look(number).path("request").path("id").asLong();
    await("the change")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonNode seen = server.as("lead").get(request).expect(200).json();
              Map<String, Object> versioned = new LinkedHashMap<>(what);
              versioned.put("version", seen.path("version").asInt());
              versioned.put("caseVersion", seen.path("caseVersion").asInt());
              Reply reply = server.as("lead").patch(request, versioned);
              return reply.status() == 409 ? 409 : reply.expect(200).status();
            },
            status -> status == 200);
  }

  private String stepState(String number, String step) {
    return Desk.steps(desk.look(number)).stream()
        .filter(seen -> seen.path("name").asText().equals(step))
        .map(seen -> seen.path("state").asText())
        .findFirst()
        .orElseThrow();
  }

  private String companion() {
    return desk.file(Map.of("process", "Companion", "subject", "Companion", "requester", "requester", "attributes", Map.of()));
  }

  private JsonNode post(String number, String operation, Object body) {
    return server.as("lead").post("/api/v1/cases/" + number + "/" + operation, body).expect(200).json();
  }

  private String file(Map<String, Object> attributes) {
    return desk.file(
        new LinkedHashMap<>(
            Map.of("process", "Deadlines", "subject", "Deadlines", "requester", "requester", "attributes", attributes)));
  }

  private List<String> flowNames(String number) {
    return Desk.stream(desk.look(number).path("flows")).map(flow -> flow.path("name").asText()).toList();
  }

  private JsonNode flow(String number, String name) {
    return Desk.stream(desk.look(number).path("flows"))
        .filter(flow -> flow.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no flow " + name));
  }

  private String stateOf(String number, String name) {
    return flow(number, name).path("state").asText();
  }

  private String attribute(String number, String name) {
    return Desk.stream(desk.look(number).path("request").path("attributes"))
        .filter(attribute -> attribute.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asText();
  }
}
