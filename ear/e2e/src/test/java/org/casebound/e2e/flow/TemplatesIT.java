package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All templates are published as they are, and each is run to a closed case with the demo bank; it goes as its simulation says. */
@ExtendWith(ServerLogOnFailure.class)
class TemplatesIT {
  private static final String ACCOUNT = "DE02120300000000202051";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CaseboundServer server = SharedServer.any();
  private final Desk desk = new Desk(server);
  private final String suffix = "_" + UUID.randomUUID().toString().substring(0, 8);

  /** What is asked of each; the numbers are new in each run, because the bank blocks a card once. */
  private static Map<String, Map<String, Object>> requests() {
    Map<String, Map<String, Object>> requests = new LinkedHashMap<>();
    requests.put(
        "address-update",
        Map.of("customerId", Desk.newCustomer(), "newStreet", "Harbour Road 7", "newPostalCode", "20457", "newCity", "Hamburg"));
    requests.put("block-card", Map.of("cardId", Desk.newCard(), "reason", "stolen"));
    requests.put("cheque-book-order", Map.of("accountNumber", ACCOUNT, "books", 2));
    requests.put("complaint", Map.of("topic", "Cash machine", "accountNumber", ACCOUNT, "story", "It kept my money."));
    requests.put("credit-limit-change", Map.of("cardId", Desk.newCard(), "newLimit", 3000, "income", 4000));
    requests.put(
        "data-access-request",
        Map.of("customerId", Desk.newCustomer(), "scope", List.of("accounts", "cards"), "email", "anna@example.org"));
    requests.put("fee-reversal", Map.of("feeId", Desk.newCustomer(), "amount", 120, "why", "Charged twice."));
    requests.put("pin-reset", Map.of("cardId", Desk.newCard(), "customerName", "Anna", "phone", "+49 40 123456"));
    requests.put("statement-copy", Map.of("accountNumber", ACCOUNT, "year", 2019, "month", 11));
    requests.put(
        "transaction-dispute",
        Map.of("cardId", Desk.newCard(), "transactionId", Desk.newCustomer(), "amount", 80.5, "bookedOn", "2026-01-02", "story", "Not mine."));
    return requests;
  }

  /** What the forms of their work items want. */
  private static final Map<String, Map<String, Object>> DATA =
      Map.of("credit_check", Map.of("score", 810), "investigate", Map.of("amount", 50));

  @Test
  void eachIsPublishedAsItIsAndRunToAClosedCaseAsItsSimulationSays() {
    assertThat(Desk.stream(server.as("owner").get("/api/v1/studio/templates").expect(200).json()).map(line -> line.path("id").asText()))
        .containsExactlyInAnyOrderElementsOf(requests().keySet());
    Map<String, String> cases = new LinkedHashMap<>();
    Map<String, Map<String, Object>> requests = requests();
    requests.forEach((template, attributes) -> cases.put(template, begun(template, attributes)));
    await("all cases to be closed")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> cases.values().stream().filter(number -> !workedOn(number)).toList().isEmpty());
    cases.forEach((template, number) -> wentAsSimulated(template, number, requests.get(template)));
    desk.replayHistories();
  }

  private String process(String template) {
    return template.replace('-', '_') + suffix;
  }

  private String begun(String template, Map<String, Object> attributes) {
    String name = process(template);
    JsonNode draft = server.as("owner").post("/api/v1/studio/templates/" + template, Map.of("name", name)).expect(200).json();
    assertThat(draft.path("problems")).as(template).isEmpty();
    server.as("owner").post("/api/v1/studio/drafts/" + name + "/publish?version=" + draft.path("version").asInt(), "").expect(200);
    Map<String, Object> request = new LinkedHashMap<>(Map.of("process", name, "requester", "requester", "attributes", attributes));
    if (template.equals("address-update")) {
      request.put("documents", List.of(Map.of("name", "proof.pdf", "mediaType", "application/pdf", "content", Desk.PDF)));
    }
    return desk.file(request);
  }

  /** Does the work that the case offers now, each with its first outcome. True when it is closed. */
  private boolean workedOn(String number) {
    JsonNode seen = desk.look(number);
    Desk.steps(seen).stream()
        .filter(step -> step.path("state").asText().equals("IN_PROGRESS") && step.path("workItemId").asLong() > 0)
        .forEach(this::work);
    return seen.path("status").asText().equals("CLOSED");
  }

  /** Duties may be kept apart: then the other one does it. */
  private void work(JsonNode step) {
    String path = "/api/v1/work-items/" + step.path("workItemId").asLong();
    for (String person : List.of("agent", "lead")) {
      Reply claim = server.as(person).post(path + "/claim", "");
      if (claim.status() == 200) {
        String outcome = claim.json().path("outcomes").path(0).path("name").asText();
        Map<String, Object> data = DATA.getOrDefault(step.path("name").asText(), Map.of());
        server.as(person).post(path + "/complete", Map.of("outcome", outcome, "comment", "", "data", data)).expect(200);
        return;
      }
      assertThat(claim.status()).as(claim.toString()).isEqualTo(403);
    }
    throw new AssertionError("Nobody may work " + step);
  }

  private void wentAsSimulated(String template, String number, Map<String, Object> attributes) {
    JsonNode closed = desk.look(number);
    Set<String> done = new TreeSet<>();
    Desk.steps(closed).stream().filter(step -> step.path("state").asText().equals("COMPLETED")).forEach(step -> done.add(step.path("name").asText()));
    assertThat(Desk.attempts(closed)).as(template).isNotEmpty().allSatisfy(call -> assertThat(call.path("outcome").asText()).isEqualTo("DONE"));

    List<Map<String, Object>> work = DATA.entrySet().stream().filter(each -> done.contains(each.getKey())).map(each -> Map.of("step", each.getKey(), "data", (Object) each.getValue())).toList();
    JsonNode story =
        server
            .as("owner")
            .post("/api/v1/studio/simulations/" + process(template), Map.of("scenario", Map.of("request", attributes, "work", work)))
            .expect(200)
            .json()
            .path("report");
    Set<String> played = new TreeSet<>();
    Desk.stream(story.path("path")).filter(each -> each.path("mark").asText().equals("COMPLETED")).forEach(each -> played.add(each.path("name").asText()));
    assertThat(story.path("missing")).as(template).isEmpty();
    assertThat(closed.path("resolution").asText()).as(template).isEqualTo("FULFILLED").isEqualTo(story.path("ending").path("end").asText());
    assertThat(done).as(template).isEqualTo(played);
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    String name = "Taken" + suffix;
    server.as("owner").post("/api/v1/studio/templates/block-card", Map.of("name", name)).expect(200);
    assertThat(server.as("owner").post("/api/v1/studio/templates/pin-reset", Map.of("name", name)).expect(409).body()).contains("PROC-020");
    assertThat(server.as("owner").post("/api/v1/studio/templates/pin-reset", Map.of("name", "No__Name")).expect(409).body()).contains("PROC-005");
    server.as("owner").post("/api/v1/studio/templates/pin-reset", Map.of()).expect(422);
    server.as("owner").delete("/api/v1/studio/drafts/" + name + "?version=0").expect(204);
  }

  @Test
  void noneIsPublishedByItself() {
    assertThat(Desk.stream(server.as("owner").get("/api/v1/studio/processes").expect(200).json()).map(line -> line.path("name").asText()))
        .doesNotContain("New_Process", "address-update", "Statement_Copy");
  }
}
