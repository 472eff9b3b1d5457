package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.WaitingTest;
import org.casebound.e2e.flow.Complaints.Filed;

/** What a process promises is measured, warned of, paused and missed, by itself. */
@OnEachDatabase
class PromisedTimesIT {
  private final CaseboundServer server;
  private final Complaints complaints;

  PromisedTimesIT(Database database) {
    server = SharedServer.on(database);
    complaints = new Complaints(server);
  }

  @WaitingTest
  void warnsThenEscalatesWhatIsLate() {
    Filed complaint = complaints.file(Map.of());
    assertThat(Complaints.milestone(complaints.look(complaint), "first_answer").path("text").asText()).endsWith(" s left");
    assertThat(Complaints.milestone(complaints.look(complaint), "resolution").path("text").asText()).endsWith(" min left");
    JsonNode late = complaints.awaitMilestone(complaint, "first_answer", "VIOLATED");
    assertThat(Complaints.milestone(late, "first_answer").path("text").asText()).startsWith("late ");
    assertThat(late.path("status").asText()).isEqualTo("ESCALATED");
    assertThat(late.path("escalatedAt").asText()).isNotBlank();
    assertThat(late.path("priority").asText()).isEqualTo("CRITICAL");
    assertThat(Complaints.history(late))
        .containsSubsequence(
            "CASE %s > For queue front_office: 'First answer' is due in 5 s.".formatted(complaint.number()),
            "MILESTONE first_answer RUNNING>VIOLATED ",
            "CASE %s NEW>ESCALATED 'First answer' is late".formatted(complaint.number()))
        .contains(
            "CASE %s MEDIUM>CRITICAL priority".formatted(complaint.number()),
            "CASE %s > For requester: 'First answer' is late".formatted(complaint.number()));
    assertThat(numbers("late=true")).contains(complaint.number());
    assertThat(numbers("escalated=true&process=Complaint&openFor=PT1S")).contains(complaint.number());
    assertThat(numbers("late=true&openFor=P1D")).doesNotContain(complaint.number());
    complaints.close(complaint);
    JsonNode closed = complaints.look(complaint);
    assertThat(Complaints.milestone(closed, "first_answer").path("state").asText()).isEqualTo("MISSED");
    assertThat(Complaints.milestone(closed, "resolution").path("state").asText()).isEqualTo("REACHED");
    assertThat(numbers("late=true")).doesNotContain(complaint.number());
    assertThat(numbers("escalated=true")).doesNotContain(complaint.number());
  }

  @WaitingTest
  void isKeptWhenItsConditionBecomesTrue() {
    Filed control = complaints.file(Map.of());
    Filed complaint = complaints.file(Map.of());
    complaints.patch("agent", complaint, Map.of("attributes", Map.of("answered", true))).expect(200);
    JsonNode answered = complaints.look(complaint);
    assertThat(Complaints.milestone(answered, "first_answer").path("state").asText()).isEqualTo("REACHED");
    assertThat(Complaints.history(answered)).contains("MILESTONE first_answer RUNNING>REACHED ");
    complaints.awaitMilestone(control, "first_answer", "VIOLATED");
    assertThat(complaints.look(complaint).path("status").asText()).isEqualTo("NEW");
  }

  @WaitingTest
  void standsStillWhileItIsPausedAndGoesOnAfterwards() {
    Filed complaint = complaints.file(Map.of());
    server.as("agent").post(path(complaint, "pause"), Map.of("reason", "waiting for customer")).expect(200);
    Filed control = complaints.file(Map.of());
    complaints.awaitMilestone(control, "first_answer", "VIOLATED");
    JsonNode paused = complaints.look(complaint);
    assertThat(Complaints.milestone(paused, "first_answer").path("text").asText()).isEqualTo("paused: waiting for customer");
    assertThat(Complaints.milestone(paused, "resolution").path("state").asText()).isEqualTo("PAUSED");
    assertThat(paused.path("mayPause").asBoolean()).isFalse();
    assertThat(paused.path("mayResume").asBoolean()).isTrue();
    assertThat(server.as("agent").post(path(complaint, "pause"), Map.of("reason", "again")).expect(409).body()).contains("SLA-006");
    server.as("agent").post(path(complaint, "resume"), "").expect(200);
    assertThat(server.as("agent").post(path(complaint, "resume"), "").expect(409).body()).contains("SLA-007");
    JsonNode late = complaints.awaitMilestone(complaint, "first_answer", "VIOLATED");
    assertThat(Complaints.history(late))
        .containsSubsequence(
            "MILESTONE first_answer RUNNING>PAUSED waiting for customer",
            "MILESTONE first_answer PAUSED>RUNNING ",
            "MILESTONE first_answer RUNNING>VIOLATED ");
  }

  @WaitingTest
  void isKeptByAFlowThatClosesTheCase() {
    JsonNode closed = complaints.look(complaints.file(Map.of("kind", "flow")));
    assertThat(closed.path("status").asText()).isEqualTo("CLOSED");
    assertThat(Complaints.milestone(closed, "resolution").path("state").asText()).isEqualTo("REACHED");
    assertThat(Complaints.milestone(closed, "first_answer").path("state").asText()).isEqualTo("CANCELED");
  }

  @WaitingTest
  void isMeasuredAnewWhenTheCaseIsReopened() {
    Filed complaint = complaints.file(Map.of());
    complaints.patch("agent", complaint, Map.of("attributes", Map.of("answered", true))).expect(200);
    complaints.close(complaint);
    complaints.act("agent", complaint, "reopen", Map.of("reason", "The customer asks again.")).expect(200);
    JsonNode reopened = complaints.look(complaint);
    assertThat(reopened.path("milestones")).hasSize(3);
    assertThat(Complaints.milestone(reopened, "first_answer").path("state").asText()).isEqualTo("REACHED");
    assertThat(Complaints.milestone(reopened, "resolution").path("state").asText()).isEqualTo("RUNNING");
  }

  @WaitingTest
  void canBePausedByThoseOnlyWhoWorkTheQueue() {
    Filed complaint = complaints.file(server.as("agent"), "agent", Map.of("amount", 5000));
    assertThat(server.as("agent").post(path(complaint, "pause"), Map.of("reason", "x")).expect(403).body()).contains("CASE-012");
    server.as("requester").post(path(complaint, "pause"), Map.of("reason", "x")).expect(403);
    assertThat(server.as("lead").post(path(complaint, "pause"), Map.of("reason", " ")).expect(422).body()).contains("/reason");
    server.as("lead").post(path(complaint, "pause"), Map.of("reason", "x")).expect(200);
    assertThat(server.as("agent").post(path(complaint, "resume"), "").expect(403).body()).contains("CASE-012");
  }

  private static String path(Filed complaint, String action) {
    return "/api/v1/cases/" + complaint.number() + "/milestones/" + action;
  }

  private List<String> numbers(String query) {
    return server.as("lead").all("/api/v1/cases?" + query).stream().map(found -> found.path("number").asText()).toList();
  }
}
