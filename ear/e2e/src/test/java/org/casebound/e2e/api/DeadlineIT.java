package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.WaitingTest;
import org.junit.jupiter.api.BeforeEach;

/** Work is due in business time, is reminded of, and escalates when it is late. */
@OnEachDatabase
class DeadlineIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CaseboundServer server;
  private final Api lead;

  DeadlineIT(Database database) {
    server = SharedServer.on(database);
    lead = server.as("lead");
  }

  @BeforeEach
  void importTheProcess() {
    Bundles.load(server, "deadlines.yaml");
  }

  @WaitingTest
  void isRemindedOfAndEscalatesWhenItIsLate() {
    String number = file();
    String item = item(number, "answer_at_once");
    JsonNode offered = lead.get(item).expect(200).json();
    assertThat(Duration.between(instant(offered, "createdAt"), instant(offered, "dueAt"))).isEqualTo(Duration.ofSeconds(4));

    await().atMost(PATIENCE).until(() -> lead.get(item).expect(200).json().get("queue").asText().equals("back_office"));
    JsonNode late = lead.get(item).expect(200).json();
    assertThat(late.get("priority").asText()).isEqualTo("HIGH");
    assertThat(late.get("state").asText()).isEqualTo("OFFERED");
    assertThat(late.path("assignee").asText("")).isIn("", "null");
    List<String> history = late.at("/case/history").findValuesAsText("why");
    assertThat(history).contains("reminder: due in PT3S", "reminder: due in PT2S");
    assertThat(history).anyMatch(why -> why.startsWith("late: priority HIGH, queue back_office"));
    assertThat(told("agent", number)).anyMatch(subject -> subject.endsWith("is due in PT3S"));
    assertThat(told("lead", number)).anyMatch(subject -> subject.endsWith("is late"));
  }

  private List<String> told(String user, String number) {
    List<String> subjects = new ArrayList<>();
    server
        .as(user)
        .get("/api/v1/notifications?size=100")
        .expect(200)
        .json()
        .path("items")
        .forEach(
            note -> {
              if (note.path("caseNumber").asText().equals(number)) {
                subjects.add(note.path("subject").asText());
              }
            });
    return subjects;
  }

  @WaitingTest
  void whatIsDoneIsNeitherRemindedOfNorLate() {
    String number = file();
    String item = item(number, "answer_at_once");
    server.as("agent").post(item + "/claim", "").expect(200);
    server.as("agent").post(item + "/complete", Map.of("outcome", "done")).expect(200);
    JsonNode done = server.as("agent").get(item).expect(200).json();
    Instant due = instant(done, "dueAt");
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(due.plusSeconds(3)));
    assertThat(happened(lead.get("/api/v1/cases/" + number).expect(200).json())).isEqualTo(happened(done.get("case")));
  }

  @WaitingTest
  void aPausedCaseMovesTheDueDatesOfItsWork() {
    Bundles.load(server, "promised-work.yaml");
    String number = Requests.file(server.as("bank"), Map.of("process", "Promised_Work", "attributes", Map.of("number", "1")));
    String item = item(number, "act");
    Instant promised = instant(lead.get(item).expect(200).json(), "dueAt");
    lead.post("/api/v1/cases/" + number + "/milestones/pause", Map.of("reason", "waiting for customer")).expect(200);
    Instant stopped = Instant.now();
    JsonNode paused = lead.get(item).expect(200).json();
    assertThat(paused.path("dueAt").asText("")).isIn("", "null");
    assertThat(Duration.parse(paused.get("timeLeft").asText())).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));

    await().until(() -> Instant.now().isAfter(stopped.plusSeconds(1)));
    lead.post("/api/v1/cases/" + number + "/milestones/resume", "").expect(200);
    JsonNode resumed = lead.get(item).expect(200).json();
    assertThat(instant(resumed, "dueAt")).isAfterOrEqualTo(promised.plusSeconds(1));
    assertThat(resumed.path("timeLeft").asText("")).isIn("", "null");
    server.as("agent").post(item + "/claim", "").expect(200);
    server.as("agent").post(item + "/complete", Map.of("outcome", "done")).expect(200);
  }

  @WaitingTest
  void isDueInOfficeHours() {
    JsonNode item = lead.get(item(file(), "answer_in_office_hours")).expect(200).json();
    ZonedDateTime due = instant(item, "dueAt").atZone(ZoneId.of("Europe/Berlin"));
    assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(due.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 0));
    assertThat(Duration.between(instant(item, "createdAt"), due.toInstant())).isGreaterThan(Duration.ofHours(40));
    assertThat(item.get("priority").asText()).isEqualTo("LOW");
    assertThat(lead.all("/api/v1/work-items?queue=back_office")).extracting(listed -> listed.path("dueAt").asText()).contains(item.get("dueAt").asText());
  }

  /** Reminders and escalations, in words. */
  private static List<String> happened(JsonNode seenCase) {
    return seenCase.get("history").findValuesAsText("why").stream().filter(why -> why.startsWith("reminder") || why.startsWith("late")).toList();
  }

  private static Instant instant(JsonNode node, String member) {
    return Instant.parse(node.get(member).asText());
  }

  private String file() {
    return Requests.file(server.as("bank"), Map.of("process", "Deadlines", "attributes", Map.of("amount", 5)));
  }

  private String item(String number, String step) {
    JsonNode flows = lead.get("/api/v1/cases/" + number).expect(200).json().get("flows");
    return StreamSupport.stream(flows.spliterator(), false)
        .flatMap(flow -> StreamSupport.stream(flow.get("stages").spliterator(), false))
        .flatMap(stage -> StreamSupport.stream(stage.get("steps").spliterator(), false))
        .filter(one -> one.get("name").asText().equals(step))
        .map(one -> "/api/v1/work-items/" + one.get("workItemId").asLong())
        .findFirst()
        .orElseThrow();
  }
}
