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
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  @Test
  void anAsyncPathRunsAfterTheCaseIsSaved() {
    String number = file(Map.of("work", "flow"));
    await("the async flow").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Deadlines_Async"), "COMPLETED"::equals);
    assertThat(flow(number, "Deadlines_Flow").path("state").asText()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aScheduledPathStartsWhenItsTimeHasCome() {
    Instant before = Instant.now();
    String number = file(Map.of("work", "hand"));
    assertThat(stateOf(number, "Deadlines_Later")).isEqualTo("NOT_STARTED");
    await("the scheduled flow").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Deadlines_Later"), "COMPLETED"::equals);
    assertThat(Instant.now()).isAfter(before.plusSeconds(2));
    assertThat(attribute(number, "result")).isEqualTo("two seconds later");
    assertThat(desk.look(number).path("status").asText()).as("a flow that only accompanies a case does not close it").isEqualTo("NEW");
  }

  @Test
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

  @Test
  void aScheduledPathCountsFromADateOfTheRequest() {
    String number = file(Map.of("work", "hand", "validFrom", Instant.now().plusSeconds(3).toString()));
    await("the dated flow").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Deadlines_Dated"), "COMPLETED"::equals);
  }

  @Test
  void aConditionThatDoesNotHoldStartsNothing() {
    String number = file(Map.of("work", "hand"));
    assertThat(flowNames(number)).doesNotContain("Deadlines_Flow", "Deadlines_Async", "Deadlines_Dated");
  }

  @Test
  void flowsThatTriggerEachOtherStopWithAnIncident() {
    String number = desk.file(Map.of("process", "Chain", "subject", "Chain", "requester", "requester", "attributes", Map.of("count", 0)));
    JsonNode seen = desk.look(number);
    assertThat(seen.path("incidents")).singleElement().satisfies(i -> assertThat(i.path("code").asText()).isEqualTo("FLOW-021"));
    assertThat(seen.path("status").asText()).isEqualTo("ESCALATED");
    assertThat(attribute(number, "count")).as("sixteen flows in a chain after the first").isEqualTo("17");
  }

  @Test
  void aFlowEndsWithTheCaseThatAnotherFlowCloses() {
    String number = companion();
    assertThat(stateOf(number, "Companion_Watch")).isEqualTo("IN_PROGRESS");
    desk.complete(desk.awaitWorkItem(number), "done", "");
    desk.awaitStatus(number, "CLOSED");
    await("the other flow to end").atMost(Duration.ofSeconds(30)).until(() -> stateOf(number, "Companion_Watch"), "COMPLETED"::equals);
  }

  @Test
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
