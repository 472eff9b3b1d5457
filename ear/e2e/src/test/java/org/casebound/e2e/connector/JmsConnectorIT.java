package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.TextMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The JMS connector beside the EAR, over the server's embedded broker: request queue out, reply queue in. */
@ExtendWith(ServerLogOnFailure.class)
class JmsConnectorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LETTERS = "/api/v1/connectors/core/dead-letters";

  private static CaseboundServer server;
  private static QueueBank bank;
  private static ConnectedProcess process;

  @BeforeAll
  static void connectTheCore() {
    server = BrokerServer.get();
    bank = new QueueBank(BrokerServer.address(server));
    process = ConnectedProcess.of(server, "Ask_The_Core", "java:/eis/Core", "Book_Fee", "PROCESS");
  }

  @AfterAll
  static void hangUp() {
    bank.close();
  }

  @Test
  void aFlowAsksParksAndGoesOnWithTheReply() throws Exception {
    String caseNumber = process.file("A-7", 21);
    TextMessage request = bank.request();
    assertThat(request.getStringProperty("Operation")).isEqualTo("Book_Fee");
    assertThat(request.getStringProperty("CorrelationId")).isEqualTo(caseNumber);
    assertThat(new ObjectMapper().readTree(request.getText()).path("amount").asInt()).isEqualTo(21);
    bank.answer(request, "{\"status\":\"DONE\"}");
    assertThat(process.awaitClosed(caseNumber).path("resolution").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void aRefusalInTheReplyRejectsTheCase() throws Exception {
    String caseNumber = process.file("A-8", 22);
    bank.answer(bank.request(), "{\"status\":\"REJECTED\",\"code\":\"CLOSED\",\"message\":\"The account is closed.\"}");
    JsonNode closed = process.awaitClosed(caseNumber);
    assertThat(closed.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(closed.path("closeReason").asText()).contains("The account is closed.");
  }

  @Test
  void aReplyThatCanNotBeReadIsInTheInboxForAPersonAndEndsNoStep() throws Exception {
    String caseNumber = process.file("A-9", 23);
    TextMessage request = bank.request();
    bank.answer(request, "booked!");
    JsonNode unreadable = await().atMost(PATIENCE).until(() -> inbox("unreadable "), lines -> !lines.isEmpty()).get(0);
    assertThat(unreadable.path("state").asText()).isEqualTo("UNMATCHED");
    assertThat(process.look(caseNumber).path("status").asText()).isNotEqualTo("CLOSED");
    bank.send("{\"status\":\"DONE\",\"idempotencyKey\":\"" + request.getJMSCorrelationID() + "\"}");
    process.awaitClosed(caseNumber);
  }

  @Test
  void aReplyToNobodyIsListed() throws Exception {
    bank.send("{\"status\":\"DONE\",\"idempotencyKey\":\"nobody-asked\"}");
    await().atMost(PATIENCE).until(() -> inbox("nobody-asked").size() == 1);
  }

  @Test
  void aRequestThatIsGivenBackComesAgainAndIsADeadLetterInTheEnd() throws Exception {
    String caseNumber = process.file("A-10", 24);
    String key = "";
    for (int delivery = 1; delivery <= BrokerServer.DELIVERIES; delivery++) {
      TextMessage request = bank.request();
      assertThat(request.getIntProperty("JMSXDeliveryCount")).isEqualTo(delivery);
      key = request.getJMSCorrelationID();
      bank.giveBack();
    }
    JsonNode letter = awaitLetter(key);
    assertThat(letter.path("queue").asText()).isEqualTo("CoreRequests");
    assertThat(letter.path("correlationId").asText()).isEqualTo(caseNumber);
    assertThat(letter.path("content").path("account").asText()).isNotEmpty().doesNotContain("A-10");
    decide("agent", letter, "discard").expect(403);
    decide("operator", letter, "discard").expect(204);
    assertThat(letters(key)).isEmpty();
    decide("operator", letter, "discard").expect(404);
    assertThat(process.look(caseNumber).path("status").asText()).isNotEqualTo("CLOSED");
    bank.send("{\"status\":\"DONE\",\"idempotencyKey\":\"" + key + "\"}");
    process.awaitClosed(caseNumber);
  }

  /** The inbox's table is away for a while, so that nothing can be stored. */
  @Test
  void aReplyThatCouldNotBeStoredIsADeadLetterThatAnOperatorSendsBack() throws Exception {
    String caseNumber = process.file("A-11", 25);
    TextMessage request = bank.request();
    String key = request.getJMSCorrelationID();
    JsonNode letter;
    execute("ALTER TABLE reply_inbox RENAME TO reply_inbox_away");
    try {
      bank.answer(request, "{\"status\":\"DONE\",\"result\":{\"iban\":\"DE02120300000000202051\"}}");
      letter = awaitLetter(key);
    } finally {
      execute("ALTER TABLE reply_inbox_away RENAME TO reply_inbox");
    }
    assertThat(letter.path("queue").asText()).isEqualTo("CaseboundReplies");
    assertThat(letter.path("content").path("result").path("iban").asText()).isNotEmpty();
    assertThat(letter.toString()).doesNotContain("DE0212").contains("given back");
    assertThat(process.look(caseNumber).path("status").asText()).isNotEqualTo("CLOSED");

    server.as("operator").post(LETTERS + "/" + letter.path("id").asText() + "/send-back", Map.of()).expect(422);
    decide("operator", letter, "send-back").expect(204);
    process.awaitClosed(caseNumber);
    assertThat(letters(key)).isEmpty();
    assertThat(server.log()).contains("was sent back by operator: The database is back.");
  }

  /** PostgreSQL refuses U+0000 in any text. */
  @Test
  void aReplyWithACharacterThatNoDatabaseKeepsIsStored() throws Exception {
    String caseNumber = process.file("A-12", 26);
    bank.answer(bank.request(), "{\"status\":\"REJECTED\",\"code\":\"NO\",\"message\":\"Not\\u0000 now.\"}");
    assertThat(process.awaitClosed(caseNumber).path("closeReason").asText()).contains("Not\uFFFD now.");
  }

  @Test
  void aConnectorWithoutQueuesShowsNoDeadLetters() {
    JsonNode refusal = server.as("operator").get("/api/v1/connectors/card-system/dead-letters").expect(409).json();
    assertThat(refusal.path("code").asText()).isEqualTo("DEAD-001");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static JsonNode awaitLetter(String key) {
    return await().atMost(PATIENCE).until(() -> letters(key), letters -> letters.size() == 1).get(0);
  }

  /** The dead letters that carry the key of a call. */
  private static List<JsonNode> letters(String key) {
    JsonNode letters = server.as("operator").get(LETTERS).expect(200).json();
    assertThat(letters.path("count").asInt()).isGreaterThanOrEqualTo(letters.path("items").size());
    return StreamSupport.stream(letters.path("items").spliterator(), false)
        .filter(letter -> letter.path("idempotencyKey").asText().equals(key))
        .toList();
  }

  private static Reply decide(String user, JsonNode letter, String deed) {
    return server.as(user).post(
        LETTERS + "/" + letter.path("id").asText() + "/" + deed, Map.of("reason", "The database is back."));
  }

  /** The lines of the reply inbox whose key begins so. */
  private static List<JsonNode> inbox(String key) {
    JsonNode items = server.as("operator").get("/api/v1/acknowledgements").expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(line -> line.path("idempotencyKey").asText().startsWith(key))
        .toList();
  }
}
