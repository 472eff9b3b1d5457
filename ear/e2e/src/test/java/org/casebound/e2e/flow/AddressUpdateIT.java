package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Address update": a person verifies the proof, core banking is told and acknowledges later. */
@OnEachDatabase
class AddressUpdateIT {
  private final CaseboundServer server;
  private final Desk desk;

  AddressUpdateIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @AfterEach
  void replayHistories() {
    desk.replayHistories();
  }

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void movesTheCustomerAfterApprovalAndAcknowledgement() {
    String customer = Desk.newCustomer();
    JsonNode closed = approved(customer);
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(server.bank().get("/customers/" + customer).expect(200).body()).contains("Harbour Road 7");
    await().atMost(Duration.ofSeconds(30)).until(() -> desk.effectOf(closed).path("acknowledgementsSent").asInt() == 1);
    assertThat(closed.path("flows").path(0).path("stages").findValuesAsText("state")).contains("COMPLETED", "NOT_STARTED");
  }

  @Test
  void takesTheAcknowledgementByTheRestCallbackToo() {
    server.bank().put("/faults", Map.of("acknowledgementVia", "rest")).expect(200);
    assertThat(approved(Desk.newCustomer()).path("resolution").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void takesAnAcknowledgementThatComesTwiceOnce() {
    server.bank().put("/faults", Map.of("duplicateAcknowledgements", true)).expect(200);
    JsonNode closed = approved(Desk.newCustomer());
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(Desk.stream(closed.path("history")).filter(h -> h.path("to").asText().equals("CLOSED"))).hasSize(1);
  }

  @Test
  void takesAnAcknowledgementThatComesBeforeTheAnswerIsStored() {
    server.bank().put("/faults", Map.of("acknowledgementDelayMillis", 0)).expect(200);
    assertThat(approved(Desk.newCustomer()).path("resolution").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void waitsForTheAcknowledgementAndSaysSo() {
    server.bank().put("/faults", Map.of("acknowledgementDelayMillis", 5000)).expect(200);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    JsonNode waiting = desk.awaitStatus(number, "WAITING");
    assertThat(waiting.path("statusText").asText()).contains("Core banking");
    desk.awaitStatus(number, "CLOSED");
  }

  @Test
  void closesTheCaseAsRejectedWithTheAgentsReason() {
    String customer = Desk.newCustomer();
    String number = desk.file(Desk.addressUpdate(customer));
    desk.complete(desk.awaitWorkItem(number), "rejected", "The proof is five years old.");
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(closed.path("closeReason").asText()).isEqualTo("The proof is five years old.");
    assertThat(Desk.attempts(closed)).isEmpty();
  }

  @Test
  void closesTheCaseAsRejectedWhenCoreBankingRefusesLater() {
    Map<String, Object> request = new java.util.HashMap<>(Desk.addressUpdate(Desk.newCustomer()));
    Map<String, Object> attributes = new java.util.HashMap<>(asMap(request.get("attributes")));
    attributes.put("newPostalCode", "99999");
    request.put("attributes", attributes);
    String number = desk.file(request);
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    assertThat(desk.awaitStatus(number, "CLOSED").path("resolution").asText()).isEqualTo("REJECTED");
  }

  @Test
  void letsNobodyVerifyHisOwnRequest() {
    Map<String, Object> request = new java.util.HashMap<>(Desk.addressUpdate(Desk.newCustomer()));
    request.put("requester", "agent");
    long workItem = desk.awaitWorkItem(desk.file(request));
    assertThat(server.as("agent").post("/api/v1/work-items/" + workItem + "/claim", "").expect(403).body()).contains("WORK-003");
    server.as("lead").post("/api/v1/work-items/" + workItem + "/claim", "").expect(200);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }

  private JsonNode approved(String customer) {
    String number = desk.file(Desk.addressUpdate(customer));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    return desk.awaitStatus(number, "CLOSED");
  }
}
