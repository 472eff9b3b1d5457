package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process owner plays a draft and its scenarios; nothing is sent, and nothing is saved. */
@ExtendWith(ServerLogOnFailure.class)
class SimulationIT {
  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final String name = "Played_" + UUID.randomUUID().toString().substring(0, 8);

  private void begin() {
    server.as("owner").post("/api/v1/studio/templates/credit-limit-change", Map.of("name", name)).expect(200);
  }

  private JsonNode play(Map<String, Object> scenario) {
    return server.as("owner").post("/api/v1/studio/simulations/" + name, Map.of("scenario", scenario)).expect(200).json();
  }

  private static Map<String, Object> asked() {
    return Map.of("cardId", "4000123412341234", "newLimit", 20000, "income", 9000);
  }

  @Test
  void aDraftIsPlayedWithSampleData() {
    begin();
    JsonNode report =
        play(
                Map.of(
                    "request", asked(),
                    "work", List.of(Map.of("step", "credit_check", "by", "bert", "data", Map.of("score", 900), "after", "PT2H")),
                    "answers", List.of(Map.of("call", "Change_Limit", "reply", Map.of("reference", "LIM-9")))))
            .path("report");
    assertThat(report.path("ending").path("end").asText()).isEqualTo("FULFILLED");
    assertThat(report.path("work").findValuesAsText("step")).containsExactly("credit_check", "account_review", "second_opinion");
    assertThat(report.path("calls").path(0).path("request").path("limit").asInt()).isEqualTo(20000);
    assertThat(report.path("calls").path(0).path("to").asText()).isEqualTo("java:/eis/CardSystem PUT /cards/{cardId}/limit");
    assertThat(report.path("request").path("limitReference").asText()).isEqualTo("LIM-9");
    assertThat(report.path("endedAt").asText()).isEqualTo("2026-01-05T11:00:00Z");
  }

  @Test
  void dueTimesComeInTheirOrder() {
    server.as("owner").post("/api/v1/studio/templates/data-access-request", Map.of("name", name)).expect(200);
    JsonNode due =
        play(
                Map.of(
                    "request", Map.of("customerId", "K-1", "scope", List.of("letters"), "email", "anna@example.org"),
                    "work", List.of(Map.of("step", "check_identity"), Map.of("step", "collect_letters", "after", "P9D")),
                    "answers", List.of(Map.of("call", "Export_Data", "reply", Map.of("reference", "EXP-1")))))
            .path("report")
            .path("due");
    assertThat(due.findValuesAsText("at")).isSorted();
    assertThat(due).filteredOn(each -> each.path("came").asBoolean()).singleElement().satisfies(each -> assertThat(each.path("at").asText()).isEqualTo("2026-01-13T09:00:00Z"));
    assertThat(due).extracting(each -> each.path("of").asText() + " " + each.path("name").asText())
        .containsExactly("REMINDER check_identity", "REMINDER collect_letters", "WARNING handed_over", "VIOLATION handed_over");
  }

  @Test
  void itsScenariosAreKeptWithItAndReportWhatTheyCover() {
    begin();
    JsonNode suite = server.as("owner").get("/api/v1/studio/simulations/" + name).expect(200).json();
    assertThat(suite.path("results")).hasSize(4).allSatisfy(result -> assertThat(result.path("missed")).isEmpty());
    assertThat(suite.path("coverage").path("steps").path("missed")).isEmpty();
    assertThat(suite.path("coverage").path("ways").path("covered").asInt()).isPositive();
  }

  @Test
  void aWrongScenarioIsRefusedWithItsPlace() {
    begin();
    String body =
        server
            .as("owner")
            .post("/api/v1/studio/simulations/" + name, Map.of("scenario", Map.of("request", asked(), "work", List.of(Map.of("step", "nobody")))))
            .expect(422)
            .body();
    assertThat(body).contains("/scenarios/0/work/0/step", "There is no step 'nobody'.");
    server.as("owner").post("/api/v1/studio/simulations/" + name, Map.of()).expect(422);
    server.as("agent").post("/api/v1/studio/simulations/" + name, Map.of("scenario", Map.of())).expect(403);
    server.as("operator").get("/api/v1/studio/simulations/" + name).expect(403);
  }

  @Test
  void nothingIsSentOrSaved() throws SQLException {
    begin();
    String ledger = server.bank().get("/ledger").expect(200).body();
    try (StatementCount count = StatementCount.begin(server)) {
      play(Map.of("request", asked(), "work", List.of(Map.of("step", "credit_check", "data", Map.of("score", 900)))));
      server.as("owner").get("/api/v1/studio/simulations/" + name).expect(200);
      Map<String, Long> statements = count.statements();
      assertThat(statements.keySet()).as(StatementCount.listed(statements)).allMatch(sql -> sql.toLowerCase(Locale.ROOT).startsWith("select"));
      assertThat(statements.values().stream().mapToLong(Long::longValue).sum()).as(StatementCount.listed(statements)).isLessThanOrEqualTo(4);
    }
    assertThat(server.bank().get("/ledger").expect(200).body()).isEqualTo(ledger);
  }
}
