package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.api.SignedBank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lists of calls and of replies, and replies that a person brings to their calls. */
@ExtendWith(ServerLogOnFailure.class)
class ReplyInboxIT {
  private static final String INBOX = "/api/v1/acknowledgements";

  private final CaseboundServer server = SharedServer.any();
  private final Desk desk = new Desk(server);
  private final SignedBank bank = SignedBank.of(server);

  @AfterEach
  void behave() {
    server.bank().delete("/faults");
  }

  @Test
  void aPersonBringsAStrangersReplyToTheStepThatWaitsForIt() {
    server.bank().put("/faults", Map.of("loseAcknowledgements", 1)).expect(200);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    desk.awaitStatus(number, "WAITING");
    JsonNode call = ledger("case=" + number + "&outcome=ACCEPTED").get(0);
    assertThat(call.path("connector").asText()).isEqualTo("core-banking");
    assertThat(call.path("caseNumber").asText()).isEqualTo(number);
    JsonNode reply = stranger();

    String match = INBOX + "/" + reply.path("id").asLong() + "/match";
    Map<String, Object> body = Map.of("attempt", call.path("id").asLong(), "reason", "The bank called us.");
    server.as("lead").post(match, body).expect(403);
    server.as("bank").post(match, body).expect(403);
    server.as("operator").post(match, Map.of("reason", "x")).expect(422);
    String other = desk.file(Desk.cardBlock(Desk.newCard()));
    desk.awaitStatus(other, "CLOSED");
    long card = ledger("case=" + other).get(0).path("id").asLong();
    refused(match, Map.of("attempt", card, "reason", "x"), "ACK-002");

    JsonNode matched = server.as("operator").post(match, body).expect(200).json();

    assertThat(matched.path("state").asText()).isEqualTo("MATCHED");
    assertThat(matched.path("handledBy").asText()).isEqualTo("operator");
    assertThat(matched.path("attemptId").asLong()).isEqualTo(call.path("id").asLong());
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(Desk.stream(closed.path("history")))
        .anyMatch(row -> row.path("to").asText().equals("MATCHED") && row.path("actor").asText().equals("operator") && row.path("why").asText().contains("The bank called us."));
    refused(match, body, "ACK-004");
    refused(INBOX + "/" + stranger().path("id").asLong() + "/match", body, "ACK-001");
    desk.replayHistories();
  }

  @Test
  void aPersonPutsAReplyAsideWithAReason() {
    JsonNode reply = stranger();
    String discard = INBOX + "/" + reply.path("id").asLong() + "/discard";
    server.as("agent").post(discard, Map.of("reason", "x")).expect(403);
    server.as("operator").post(discard, Map.of()).expect(422);
    JsonNode discarded = server.as("admin").post(discard, Map.of("reason", "Sent by a test of theirs.")).expect(200).json();
    assertThat(discarded.path("state").asText()).isEqualTo("DISCARDED");
    assertThat(discarded.path("handledWhy").asText()).isEqualTo("Sent by a test of theirs.");
    refused(discard, Map.of("reason", "x"), "ACK-004");
    assertThat(inbox("state=DISCARDED").findValuesAsText("messageId")).contains(reply.path("messageId").asText());
    assertThat(inbox("state=UNMATCHED").findValuesAsText("messageId")).doesNotContain(reply.path("messageId").asText());
  }

  @Test
  void countsMessagesThatComeAgain() {
    String message = UUID.randomUUID().toString();
    String body = "{\"messageId\":\"%s\",\"reference\":\"%s\",\"status\":\"DONE\"}".formatted(message, UUID.randomUUID());
    bank.send(body, Instant.now()).expect(202);
    assertThat(inbox("duplicates=true").findValuesAsText("messageId")).doesNotContain(message);
    bank.send(body, Instant.now()).expect(200);
    bank.send(body, Instant.now()).expect(200);
    JsonNode entry = find("duplicates=true&connector=core-banking", message);
    assertThat(entry.path("copies").asInt()).isEqualTo(2);
    assertThat(entry.path("state").asText()).isEqualTo("WAITING");
  }

  @Test
  void listsCallsInDoubt() {
    server.bank().put("/faults", Map.of("dropAnswer", 1)).expect(200);
    Bundles.publish(server, "doubtful");
    String number = desk.file(Map.of("process", "Doubtful_Block", "requester", "requester", "attributes", Map.of("cardId", Desk.newCard())));
    desk.awaitStatus(number, "ESCALATED");
    JsonNode doubt = ledger("case=" + number + "&inDoubt=true&connector=card-system").get(0);
    assertThat(doubt.path("outcome").asText()).isEqualTo("UNKNOWN");
    long incident = desk.look(number).path("incidents").get(0).path("id").asLong();
    server.as("operator").post("/api/v1/incidents/" + incident + "/retry", Map.of("reason", "Ask the bank.")).expect(204);
    desk.awaitStatus(number, "CLOSED");
    assertThat(ledger("case=" + number + "&inDoubt=true")).isEmpty();
    assertThat(ledger("case=" + number)).hasSize(2);
    server.as("agent").get("/api/v1/ledger").expect(403);
    server.as("lead").get("/api/v1/ledger?case=nonsense").expect(404);
    server.as("lead").get("/api/v1/ledger?outcome=MAYBE").expect(400);
    JsonNode page = server.as("lead").get("/api/v1/ledger?size=1").expect(200).json();
    JsonNode next = server.as("lead").get("/api/v1/ledger?size=1&cursor=" + page.path("next").asText()).expect(200).json();
    assertThat(next.path("items").get(0).path("id").asLong()).isLessThan(page.path("items").get(0).path("id").asLong());
  }

  /** The bank that does not answer any question any more has told us itself what became of the call. */
  @Test
  void aLateReplySettlesTheDoubtWhenAPersonTriesAgain() {
    server.bank().put("/faults", Map.of("dropAnswer", 1)).expect(200);
    Bundles.publish(server, "doubtful");
    String number = desk.file(Map.of("process", "Doubtful_Block", "requester", "requester", "attributes", Map.of("cardId", Desk.newCard())));
    JsonNode doubtful = desk.awaitStatus(number, "ESCALATED");
    String key = Desk.attempts(doubtful).get(0).path("idempotencyKey").asText();
    String message = UUID.randomUUID().toString();
    bank.send("{\"messageId\":\"%s\",\"idempotencyKey\":\"%s\",\"status\":\"DONE\"}".formatted(message, key), Instant.now()).expect(202);
    server.bank().put("/faults", Map.of("failNext", 100, "status", 503)).expect(200);
    long incident = doubtful.path("incidents").get(0).path("id").asLong();
    server.as("operator").post("/api/v1/incidents/" + incident + "/retry", Map.of("reason", "They wrote to us.")).expect(204);

    JsonNode closed = desk.awaitStatus(number, "CLOSED");

    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(find("state=MATCHED", message).path("attemptId").asLong()).isEqualTo(ledger("case=" + number).get(0).path("id").asLong());
    assertThat(ledger("case=" + number + "&inDoubt=true")).isEmpty();
    server.bank().delete("/faults");
    assertThat(desk.effectOf(closed).path("calls").asInt()).isEqualTo(1);
    desk.replayHistories();
  }

  private void refused(String path, Map<String, Object> body, String code) {
    assertThat(server.as("operator").post(path, body).expect(409).json().path("code").asText()).isEqualTo(code);
  }

  private JsonNode stranger() {
    String message = UUID.randomUUID().toString();
    bank.send("{\"messageId\":\"%s\",\"idempotencyKey\":\"none-%s\",\"status\":\"DONE\"}".formatted(message, message), Instant.now()).expect(404);
    return find("state=UNMATCHED", message);
  }

  private JsonNode find(String query, String message) {
    return Desk.stream(inbox(query)).filter(each -> each.path("messageId").asText().equals(message)).findFirst().orElseThrow();
  }

  private JsonNode inbox(String query) {
    return server.as("operator").get(INBOX + "?" + query).expect(200).json().path("items");
  }

  private JsonNode ledger(String query) {
    return server.as("operator").get("/api/v1/ledger?" + query).expect(200).json().path("items");
  }
}
