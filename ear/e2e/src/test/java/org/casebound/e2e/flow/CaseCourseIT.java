package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.WaitingTest;
import org.casebound.e2e.flow.Complaints.Filed;

/** To whom a case goes, when it is new, forgotten, handed over or reopened. */
@OnEachDatabase
class CaseCourseIT {
  private final CaseboundServer server;
  private final Complaints complaints;

  CaseCourseIT(Database database) {
    server = SharedServer.on(database);
    complaints = new Complaints(server);
  }

  @WaitingTest
  void beginsInTheQueueOfTheFirstRuleThatHolds() {
    assertThat(ownerOf(complaints.file(Map.of("topic", "card", "amount", 5000)))).isEqualTo("vault");
    assertThat(ownerOf(complaints.file(Map.of("topic", "card")))).isEqualTo("card_services");
    assertThat(ownerOf(complaints.file(Map.of()))).isEqualTo("front_office");
  }

  @WaitingTest
  void beginsInTheQueueOfItsProcessWhenARuleCanNotBeAsked() {
    Filed complaint = complaints.file(Map.of("topic", "card", "divisor", 0));
    assertThat(ownerOf(complaint)).isEqualTo("front_office");
    assertThat(Complaints.history(complaints.look(complaint)).get(0)).contains("Assignment rule 2 could not be asked", "100 / request.divisor");
  }

  @WaitingTest
  void escalatesWhenItIsForgotten() {
    Filed complaint = complaints.file(Map.of("kind", "forgotten"));
    JsonNode escalated = complaints.until(complaint, "to be escalated", seen -> seen.path("status").asText().equals("ESCALATED"));
    assertThat(escalated.path("priority").asText()).isEqualTo("HIGH");
    assertThat(escalated.path("owner").path("name").asText()).isEqualTo("back_office");
    assertThat(Complaints.history(escalated))
        .contains(
            "CASE %s NEW>ESCALATED open for 3 s (rule 'forgotten')".formatted(complaint.number()),
            "CASE %s front_office>back_office owner".formatted(complaint.number()),
            "CASE %s > For queue back_office: open for 3 s (rule 'forgotten')".formatted(complaint.number()));
    complaints.act("agent", complaint, "take", Map.of()).expect(200);
    assertThat(complaints.look(complaint).path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(complaints.look(complaint).has("escalatedAt")).isFalse();
  }

  @WaitingTest
  void doesNotEscalateOnceItIsClosedAndIsMeasuredAnewWhenItIsReopened() {
    Filed closed = complaints.file(Map.of("kind", "forgotten"));
    complaints.close(closed);
    Filed control = complaints.file(Map.of("kind", "forgotten"));
    complaints.until(control, "to be escalated", seen -> seen.path("status").asText().equals("ESCALATED"));
    assertThat(Complaints.history(complaints.look(closed))).noneMatch(line -> line.contains("ESCALATED"));
    complaints.act("agent", closed, "reopen", Map.of("reason", "Not done.")).expect(200);
    JsonNode escalated = complaints.until(closed, "to be escalated", seen -> seen.path("status").asText().equals("ESCALATED"));
    assertThat(Complaints.history(escalated))
        .containsSubsequence(
            "CASE %s CLOSED>IN_PROGRESS Not done.".formatted(closed.number()),
            "CASE %s IN_PROGRESS>ESCALATED open for 3 s (rule 'forgotten')".formatted(closed.number()));
  }

  @WaitingTest
  void isHandedOverByALead() {
    Filed complaint = complaints.file(Map.of());
    JsonNode assigned = complaints.act("lead", complaint, "assign", Map.of("user", "agent")).expect(200).json();
    assertThat(assigned.path("owner").path("name").asText()).isEqualTo("agent");
    assertThat(assigned.path("status").asText()).isEqualTo("IN_PROGRESS");
    JsonNode moved = complaints.act("lead", complaint, "assign", Map.of("queue", "vault")).expect(200).json();
    assertThat(moved.path("owner").path("kind").asText()).isEqualTo("QUEUE");
    assertThat(Complaints.history(moved)).contains("CASE %s agent>vault owner".formatted(complaint.number()));
    server.as("agent").get("/api/v1/cases/" + complaint.number()).expect(404);
  }

  @WaitingTest
  void isNotHandedOverByOthersOrToNobody() {
    Filed complaint = complaints.file(Map.of());
    complaints.act("agent", complaint, "assign", Map.of("user", "agent")).expect(403);
    complaints.act("lead", complaint, "assign", Map.of("queue", "no_such_queue")).expect(404);
    assertThat(complaints.act("lead", complaint, "assign", Map.of("user", "a", "queue", "vault")).expect(422).body()).contains("BODY-010");
    assertThat(complaints.act("lead", complaint, "assign", Map.of()).expect(422).body()).contains("/user");
    assertThat(complaints.act("lead", complaint, "assign", Map.of("user", "agent", "version", 99)).expect(409).body()).contains("CASE-004");
  }

  @WaitingTest
  void isReopenedWithAReasonByThoseWhoWorkItsQueue() {
    Filed complaint = complaints.file(Map.of());
    assertThat(complaints.act("agent", complaint, "reopen", Map.of("reason", "x")).expect(409).body()).contains("CASE-011");
    complaints.close(complaint);
    JsonNode closed = complaints.look(complaint);
    assertThat(closed.path("mayReopen").asBoolean()).isTrue();
    complaints.act("requester", complaint, "reopen", Map.of("reason", "x")).expect(403);
    assertThat(complaints.act("agent", complaint, "reopen", Map.of()).expect(422).body()).contains("/reason");
    JsonNode reopened = complaints.act("agent", complaint, "reopen", Map.of("reason", "It happened again.")).expect(200).json();
    assertThat(reopened.path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(reopened.path("owner").path("name").asText()).isEqualTo("front_office");
    assertThat(reopened.has("resolution")).isFalse();
    complaints.close(complaint);
  }

  @WaitingTest
  void isNotReopenedByAnAgentOfAnotherQueue() {
    Filed complaint = complaints.file(server.as("agent"), "agent", Map.of("amount", 5000));
    complaints.act("lead", complaint, "take", Map.of()).expect(200);
    complaints.act("lead", complaint, "close", Map.of("resolution", "FULFILLED", "reason", "x")).expect(200);
    assertThat(complaints.act("agent", complaint, "reopen", Map.of("reason", "x")).expect(403).body()).contains("CASE-012");
  }

  private String ownerOf(Filed complaint) {
    return complaints.look(complaint).path("owner").path("name").asText();
  }
}
