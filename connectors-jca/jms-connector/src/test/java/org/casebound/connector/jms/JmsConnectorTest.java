package org.casebound.connector.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.resource.spi.InvalidPropertyException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract leaves to the connector, with requests that are answered later or never. */
class JmsConnectorTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("k-1");

  private final JmsRig rig = new JmsRig();
  private final JmsManagedConnectionFactory factory = rig.factory();

  @BeforeEach
  void answerLater() {
    factory.setAnswering("LATER");
    factory.setReplyQueue("replies");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private BackOfficeConnection connect() throws Exception {
    return (BackOfficeConnection) factory.createManagedConnection(null, null).getConnection(null, null);
  }

  private static Call call(String operation) {
    return new Call(operation, KEY, "case-7", Map.of("card", "4929"), Duration.ofSeconds(10));
  }

  private static Outcome.Failed failed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  @Test
  void aRequestCarriesKeyCorrelationOperationAndWhereToAnswer() throws Exception {
    assertThat(connect().call(call("Block_Card"))).isEqualTo(new Outcome.Accepted("k-1"));
    try (Connection connection = rig.broker().inside(); Session session = connection.createSession()) {
      connection.start();
      Message request = session.createConsumer(session.createQueue(TestBroker.REQUESTS)).receive(5000);
      assertThat(((TextMessage) request).getText()).isEqualTo("{\"card\":\"4929\"}");
      assertThat(request.getJMSCorrelationID()).isEqualTo("k-1");
      assertThat(request.getStringProperty("IdempotencyKey")).isEqualTo("k-1");
      assertThat(request.getStringProperty("CorrelationId")).isEqualTo("case-7");
      assertThat(request.getStringProperty("Operation")).isEqualTo("Block_Card");
      assertThat(request.getJMSReplyTo().toString()).contains("replies");
    }
  }

  @Test
  void theBrokerTakesARepeatedRequestOnce() throws Exception {
    BackOfficeConnection connection = connect();
    assertThat(connection.call(call("Block"))).isEqualTo(connection.call(call("Block")));
    assertThat(connect().call(call("Block"))).isEqualTo(new Outcome.Accepted("k-1"));
    assertThat(rig.broker().waiting(TestBroker.REQUESTS, "k-1")).isEqualTo(1);
  }

  @Test
  void theBrokersMessageIdCanBeTheReference() throws Exception {
    factory.setMessageIdAsReference(true);
    Outcome outcome = connect().call(call("Block"));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(((Outcome.Accepted) outcome).reference()).startsWith("ID:");
  }

  @Test
  void aRequestThatIsNeverAnsweredIsDoneWhenTheBrokerHasIt() throws Exception {
    factory.setAnswering("NEVER");
    assertThat(connect().call(call("Block"))).isEqualTo(new Outcome.Done(Map.of()));
  }

  @Test
  void aFullQueueIsATransientFailure() throws Exception {
    rig.beBusy();
    assertThat(failed(connect().call(call("Block"))).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(rig.broker().waiting(TestBroker.REQUESTS, "k-1")).isZero();
  }

  @Test
  void aConnectionThatWentAwayBetweenTwoRequestsIsOpenedAgain() throws Exception {
    BackOfficeConnection connection = connect();
    connection.call(call("Block"));
    rig.wire().cutNow();
    assertThat(connection.call(call("Block")))
        .satisfiesAnyOf(
            outcome -> assertThat(outcome).isEqualTo(new Outcome.Accepted("k-1")),
            outcome -> assertThat(failed(outcome).kind()).isEqualTo(Failure.TRANSIENT));
    assertThat(connection.call(call("Block"))).isEqualTo(new Outcome.Accepted("k-1"));
    assertThat(rig.broker().waiting(TestBroker.REQUESTS, "k-1")).isEqualTo(1);
  }

  @Test
  void anAnswerThatCanNotBeUnderstoodIsInDoubt() throws Exception {
    factory.setAnswering("AT_ONCE");
    try (Connection bank = rig.broker().inside()) {
      Session session = bank.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session.createConsumer(session.createQueue(TestBroker.REQUESTS)).setMessageListener(request -> answer(session, request));
      bank.start();
      assertThat(failed(connect().call(call("Block"))).kind()).isEqualTo(Failure.UNKNOWN_OUTCOME);
    }
  }

  private static void answer(Session session, Message request) {
    try {
      TextMessage answer = session.createTextMessage("yes");
      answer.setJMSCorrelationID(request.getJMSMessageID());
      session.createProducer(request.getJMSReplyTo()).send(answer);
    } catch (jakarta.jms.JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatTheServerDoesNotHaveMayComeLaterAndAnOperationIsOneWord() throws Exception {
    assertThat(failed(connect().call(call("two words"))).code()).isEqualTo("OPERATION_INVALID");
    factory.setConnectionFactory("java:/not-there");
    assertThat(failed(connect().call(call("Block"))).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(connect().health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void healthAsksTheBroker() throws Exception {
    BackOfficeConnection connection = connect();
    assertThat(connection.health().state()).isEqualTo(Health.State.UP);
    rig.wire().close();
    rig.wire().cutNow();
    assertThat(connection.health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void impossiblePropertiesAreRefusedBeforeAnythingIsSent() {
    Map<String, Consumer<JmsManagedConnectionFactory>> mistakes = Map.of(
        "connectionFactory", f -> f.setConnectionFactory("tcp://x"), "requestQueue", f -> f.setRequestQueue(""),
        "answering", f -> f.setAnswering("SOMETIMES"), "duplicateProperty", f -> f.setDuplicateProperty("a b"),
        "timeToLiveMillis", f -> f.setTimeToLiveMillis(-1L));
    mistakes.forEach((named, mistake) -> {
      JmsManagedConnectionFactory changed = rig.factory();
      mistake.accept(changed);
      assertThatThrownBy(() -> changed.createManagedConnection(null, null))
          .isInstanceOf(InvalidPropertyException.class).hasMessageContaining(named);
    });
  }
}
