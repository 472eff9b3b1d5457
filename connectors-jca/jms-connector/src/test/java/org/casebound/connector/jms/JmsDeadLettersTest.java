package org.casebound.connector.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.DeadLetter;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the back office gives back is a dead letter, and a person decides on it. */
class JmsDeadLettersTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("k-1");

  private final JmsRig rig = new JmsRig();
  private final JmsManagedConnectionFactory factory = rig.factory();

  @BeforeEach
  void answerLater() {
    factory.setAnswering("LATER");
    factory.setReplyQueue("replies");
    factory.setDeadLetterQueue(TestBroker.DEAD_LETTERS);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private BackOfficeConnection connect() throws Exception {
    return (BackOfficeConnection) factory.createManagedConnection(null, null).getConnection(null, null);
  }

  /** Sends a request, which the back office gives back. */
  private DeadLetter letter(DeadLetterBox box) throws Exception {
    Call call = new Call("Block_Card", KEY, "C-7", Map.of("card", "4929"), Duration.ofSeconds(10));
    assertThat(connect().call(call)).isEqualTo(new Outcome.Accepted("k-1"));
    try (Connection bank = rig.broker().inside(); Session session = bank.createSession(true, Session.SESSION_TRANSACTED)) {
      receive(bank, session);
      session.rollback();
    }
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> box.look(1).count() == 1);
    return box.look(1).oldest().get(0);
  }

  private static TextMessage receive(Connection bank, Session session) throws JMSException {
    bank.start();
    MessageConsumer consumer = session.createConsumer(session.createQueue(TestBroker.REQUESTS));
    return (TextMessage) consumer.receive(5_000);
  }

  private DeadLetterBox box() throws Exception {
    return connect().deadLetters().orElseThrow();
  }

  @Test
  void aLetterSaysWhatItIs() throws Exception {
    DeadLetter letter = letter(box());
    assertThat(letter.queue()).isEqualTo(TestBroker.REQUESTS);
    assertThat(letter.idempotencyKey()).contains("k-1");
    assertThat(letter.correlationId()).contains("C-7");
    assertThat(letter.reason()).contains("given back");
    assertThat(letter.content()).isEqualTo("{\"card\":\"4929\"}");
    assertThat(letter.toString()).doesNotContain("4929");
  }

  /** The broker knows its duplicate id, and would drop it. */
  @Test
  void aLetterThatIsSentBackIsTakenAsIfItWereNew() throws Exception {
    DeadLetterBox box = box();
    DeadLetter letter = letter(box);
    assertThat(box.sendBack(letter.id())).isEqualTo(DeadLetterBox.End.DONE);
    assertThat(box.look(1).count()).isZero();
    try (Connection bank = rig.broker().inside(); Session session = bank.createSession()) {
      TextMessage again = receive(bank, session);
      assertThat(again.getText()).isEqualTo("{\"card\":\"4929\"}");
      assertThat(again.getJMSCorrelationID()).isEqualTo("k-1");
      assertThat(again.getStringProperty("IdempotencyKey")).isEqualTo("k-1");
      assertThat(again.getStringProperty("Operation")).isEqualTo("Block_Card");
      assertThat(again.getJMSReplyTo().toString()).contains("replies");
    }
    assertThat(box.sendBack(letter.id())).isEqualTo(DeadLetterBox.End.GONE);
  }

  @Test
  void aLetterThatIsDiscardedIsGone() throws Exception {
    DeadLetterBox box = box();
    DeadLetter letter = letter(box);
    assertThat(box.discard("ID:' OR JMSPriority > 0 OR JMSType = '")).isEqualTo(DeadLetterBox.End.GONE);
    assertThat(box.discard(letter.id())).isEqualTo(DeadLetterBox.End.DONE);
    assertThat(box.look(1)).isEqualTo(new DeadLetterBox.Content(0, java.util.List.of()));
    assertThat(box.discard(letter.id())).isEqualTo(DeadLetterBox.End.GONE);
  }

  @Test
  void aLetterThatCameFromNowhereStays() throws Exception {
    DeadLetterBox box = box();
    try (Connection stranger = rig.broker().inside(); Session session = stranger.createSession()) {
      session.createProducer(session.createQueue(TestBroker.DEAD_LETTERS)).send(session.createTextMessage());
    }
    DeadLetter letter = box.look(5).oldest().get(0);
    assertThat(letter.queue()).isEmpty();
    assertThat(letter.content()).isEmpty();
    assertThat(box.sendBack(letter.id())).isEqualTo(DeadLetterBox.End.NO_WAY_BACK);
    assertThat(box.look(5).count()).isEqualTo(1);
  }

  @Test
  void aBrokerThatIsAwayIsAnErrorThatSaysSo() throws Exception {
    DeadLetterBox box = box();
    rig.wire().close();
    rig.wire().cutNow();
    assertThatThrownBy(() -> box.look(1)).isInstanceOf(ResourceException.class).hasMessageNotContaining("null");
  }

  @Test
  void thereIsNoBoxWhereNoneIsConfigured() throws Exception {
    factory.setDeadLetterQueue("");
    assertThat(connect().deadLetters()).isEmpty();
    factory.setDeadLetterQueue("x");
    factory.setTransaction("CALLER");
    assertThatThrownBy(this::connect).hasMessageContaining("deadLetterQueue");
  }
}
