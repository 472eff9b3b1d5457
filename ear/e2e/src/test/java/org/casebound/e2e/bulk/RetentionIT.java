package org.casebound.e2e.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.junit.jupiter.api.Test;

/** What a process does not want to keep any longer is erased or purged, unless a hold forbids it. */
@OnEachDatabase
class RetentionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String IBAN = "DE02120300000000202051";
  private static final String PDF =
      Base64.getEncoder().encodeToString("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes());

  private final CaseboundServer server;
  private final Desk desk;
  private final RetentionRuns runs;

  RetentionIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
    runs = new RetentionRuns(server);
    Bundles.publish(server, "forgetful");
    Bundles.publish(server, "fleeting");
  }

  @Test
  void erasesPersonalDataAndKeepsTheHistory() {
    String erased = closedCase();
    String held = closedCase();
    link(erased, openCase(), "Mrs Smith asked twice");
    assertThat(runs.hold("lead", held, "", "Lawsuit 7").expect(200).body()).contains("Lawsuit 7", "lead");

    await("the time of the case to be over").atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
      runs.runOnce();
      return !desk.look(erased).toString().contains(IBAN);
    });
    JsonNode seen = desk.look(erased);
    assertThat(seen.toString()).doesNotContain("Mrs Smith", "proof.pdf").contains("Fees", "DUPLICATE_OF", "Another matter");
    assertThat(seen.path("subject").asText()).isEqualTo("Forgetful");
    assertThat(seen.path("status").asText()).isEqualTo("CLOSED");
    assertThat(seen.path("history").findValuesAsText("to")).contains("NEW", "CLOSED", "COMPLETED");
    assertThat(seen.path("history").findValuesAsText("why")).contains("Personal data erased: its time was over.");
    desk.replayHistory(erased);
    for (String user : List.of("requester", "lead")) {
      assertThat(server.as(user).get("/api/v1/cases/" + erased + "/messages").expect(200).json().path("items")).isEmpty();
      assertThat(server.as(user).post("/api/v1/cases/" + erased + "/messages", Map.of("text", "Mrs Smith?")).expect(409).body()).contains("MESSAGE-004");
    }
    assertThat(desk.look(held).toString()).contains(IBAN, "Mrs Smith", "proof.pdf", "Legal hold placed: Lawsuit 7");
    assertThat(workOf(held)).contains("She called");
    assertThat(workOf(erased)).doesNotContain("She called").contains("done");

    runs.hold("admin", held, "/lift", "Lawsuit 7 is over").expect(200);
    int before = runs.ofProcess("Forgetful").path("erased").asInt();
    assertThat(runs.runOnce().path("erased").asInt()).isPositive();
    assertThat(runs.ofProcess("Forgetful").path("erased").asInt()).isGreaterThan(before);
    assertThat(desk.look(held).toString()).doesNotContain(IBAN, "Mrs Smith");
    JsonNode holds = server.as("operator").get("/api/v1/cases/" + held + "/legal-holds").expect(200).json();
    assertThat(holds.findValuesAsText("liftedBy")).containsExactly("admin");
  }

  /** What the case's only work item shows. */
  private String workOf(String caseNumber) {
    String item = desk.look(caseNumber).findValuesAsText("workItemId").get(0);
    return server.as("lead").get("/api/v1/work-items/" + item).expect(200).body();
  }

  private void link(String caseNumber, String other, String reason) {
    server
        .as("lead")
        .post("/api/v1/cases/" + caseNumber + "/links", Map.of("number", other, "relation", "DUPLICATE_OF", "reason", reason))
        .expect(201);
  }

  private String openCase() {
    return desk.file(Map.of("process", "Forgetful", "subject", "Another matter", "requester", "requester", "attributes", Map.of("iban", IBAN)));
  }

  private String closedCase() {
    String number =
        desk.file(
            Map.of(
                "process", "Forgetful",
                "subject", "Mrs Smith wants her money",
                "requester", "requester",
                "attributes", Map.of("iban", IBAN, "topic", "Fees"),
                "documents", List.of(Map.of("name", "proof.pdf", "mediaType", "application/pdf", "content", PDF))));
    String item = "/api/v1/work-items/" + desk.awaitWorkItem(number);
    server.as("lead").post(item + "/claim", "").expect(200);
    server.as("lead").post(item + "/complete", Map.of("outcome", "done", "comment", "She called")).expect(200);
    desk.awaitStatus(number, "CLOSED");
    server.as("requester").post("/api/v1/cases/" + number + "/messages", Map.of("text", "Mrs Smith says thank you")).expect(201);
    return number;
  }

  @Test
  void purgesWholeCasesButNotThoseOnHold() {
    Map<String, Object> request = Map.of("process", "Fleeting", "requester", "requester", "attributes", Map.of("question", "Why?"));
    JsonNode before = runs.ofProcess("Fleeting");
    assertThat(before.path("purgeAfter").asText()).isEqualTo("PT1S");
    assertThat(before.has("erasePersonalDataAfter")).isFalse();
    String gone = server.as("bank").with("Idempotency-Key", "fleeting-" + System.nanoTime()).post("/api/v1/service-requests", request).expect(201).json().path("caseNumber").asText();
    String held = server.as("bank").post("/api/v1/service-requests", request).expect(201).json().path("caseNumber").asText();
    link(held, gone, "");
    runs.hold("lead", held, "", "Lawsuit 8").expect(200);
    assertThat(runs.ofProcess("Fleeting").path("held").asInt()).isEqualTo(1);
    assertThat(runs.hold("lead", held, "", "Lawsuit 9").expect(409).body()).contains("RETAIN-002");

    await("the time of the case to be over").atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
      runs.runOnce();
      return server.as("lead").get("/api/v1/cases/" + gone).status() == 404;
    });
    assertThat(desk.look(held).path("status").asText()).isEqualTo("CLOSED");
    assertThat(desk.look(held).toString()).as("the link went with it").contains("DUPLICATE_OF").doesNotContain(gone);
    runs.hold("lead", held, "/lift", "over").expect(200);
    assertThat(runs.hold("lead", held, "/lift", "over").expect(409).body()).contains("RETAIN-003");
    JsonNode last = runs.runOnce();
    assertThat(last.path("purged").asInt()).isPositive();
    assertThat(last.path("due").asInt()).isEqualTo(last.path("erased").asInt() + last.path("purged").asInt());
    JsonNode after = runs.ofProcess("Fleeting");
    assertThat(after.path("held").asInt()).isZero();
    assertThat(after.path("purged").asInt()).isEqualTo(before.path("purged").asInt() + 2);
    server.as("lead").get("/api/v1/cases/" + held).expect(404);
  }

  @Test
  void letsOnlyThoseBeginAndHoldWhoMay() {
    for (String user : List.of("requester", "agent", "lead", "owner", "bank")) {
      server.as(user).post(RetentionRuns.PATH, "").expect(403);
      server.as(user).put("/api/v1/retention/schedule", "{}").expect(403);
    }
    server.as("operator").put("/api/v1/retention/schedule", "{}").expect(403);
    for (String user : List.of("requester", "agent", "owner", "operator", "bank")) {
      runs.hold(user, "C-00000001", "", "x").expect(403);
    }
    runs.hold("lead", "C-99999999", "", "x").expect(404);
    runs.hold("lead", "C-99999999", "", "").expect(422);
  }

  @Test
  void beginsByItselfAtTheTimeOfTheSchedule() {
    assertThat(server.as("admin").put("/api/v1/retention/schedule", "{\"time\":\"25:00\"}").expect(409).body()).contains("RETAIN-005");
    assertThat(server.as("admin").put("/api/v1/retention/schedule", "{\"zone\":\"Atlantis\"}").expect(409).body()).contains("RETAIN-005");
    LocalTime soon = LocalTime.now(ZoneOffset.UTC).plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
    try {
      JsonNode set = server.as("admin").put("/api/v1/retention/schedule", Map.of("time", soon.toString(), "zone", "UTC")).expect(200).json();
      assertThat(set.path("changedBy").asText()).isEqualTo("admin");
      String first = set.path("nextAt").asText();
      await("the run of the night")
          .atMost(PATIENCE)
          .until(() -> server.as("owner").get(RetentionRuns.PATH).expect(200).json().findValuesAsText("requestedBy").contains("system"));
      await("the next night")
          .atMost(PATIENCE)
          .until(() -> !server.as("owner").get("/api/v1/retention/schedule").expect(200).json().path("nextAt").asText().equals(first));
    } finally {
      server.as("admin").put("/api/v1/retention/schedule", "{}").expect(200);
    }
    assertThat(server.as("owner").get("/api/v1/retention/schedule").expect(200).json().hasNonNull("nextAt")).isFalse();
  }
}
