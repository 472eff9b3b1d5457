package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The JMS connector beside the EAR, over the server's embedded broker: request queue out, reply queue in. */
@ExtendWith(ServerLogOnFailure.class)
class JmsConnectorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    Operator operator = new Operator(server);
    await().atMost(PATIENCE).until(() ->
        operator.read("subsystem=messaging-activemq/server=default/jms-queue=DLQ", "message-count").asLong() == 1);
    assertThat(process.look(caseNumber).path("status").asText()).isNotEqualTo("CLOSED");
    bank.send("{\"status\":\"DONE\",\"idempotencyKey\":\"" + key + "\"}");
    process.awaitClosed(caseNumber);
  }

  /** The lines of the reply inbox whose key begins so. */
  private static List<JsonNode> inbox(String key) {
    JsonNode items = server.as("operator").get("/api/v1/acknowledgements").expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(line -> line.path("idempotencyKey").asText().startsWith(key))
        .toList();
  }
}
