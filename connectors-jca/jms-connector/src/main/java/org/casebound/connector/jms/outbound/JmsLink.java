package org.casebound.connector.jms.outbound;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.JsonTree;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.TransactionMode;

/** An open connection to the broker with what is needed to send and to wait for an answer. Used by one thread at a time. */
final class JmsLink implements AutoCloseable {
  private final JmsSettings settings;
  private final Connection connection;
  private final Session sending;
  private final MessageProducer producer;
  private final Optional<Inbox> inbox;
  private volatile boolean lost;

  /** Where answers come in that are waited for. */
  private record Inbox(TemporaryQueue queue, MessageConsumer consumer) {}

  private JmsLink(JmsSettings settings, Connection connection) throws JMSException, NamingException {
    this.settings = settings;
    this.connection = connection;
    if (settings.transaction() == TransactionMode.OWN) {
      connection.setExceptionListener(failure -> lost = true);
      sending = connection.createSession(true, Session.SESSION_TRANSACTED);
    } else {
      // The server's pool watches its connections itself, and enlists the session in the transaction of this thread.
      sending = connection.createSession();
    }
    producer = sending.createProducer(queue(sending, settings.requestQueue()));
    producer.setTimeToLive(settings.timeToLive().toMillis());
    inbox = settings.answering() == Answering.AT_ONCE ? Optional.of(inbox()) : Optional.empty();
    connection.start();
  }

  static JmsLink open(JmsSettings settings, Credentials credentials) throws JMSException, NamingException {
    Connection connection = connect(settings, credentials);
    try {
      return new JmsLink(settings, connection);
    } catch (JMSException | NamingException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  static Connection connect(JmsSettings settings, Credentials credentials) throws JMSException, NamingException {
    ConnectionFactory factory = (ConnectionFactory) new InitialContext().lookup(settings.connectionFactory());
    return credentials.userName().isPresent()
        ? factory.createConnection(credentials.userName().get(), credentials.password())
        : factory.createConnection();
  }

  private Inbox inbox() throws JMSException {
    Session receiving = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    TemporaryQueue queue = receiving.createTemporaryQueue();
    return new Inbox(queue, receiving.createConsumer(queue));
  }

  /** A queue by its JNDI name, or by the broker's own. */
  static Queue queue(Session session, String name) throws JMSException, NamingException {
    return name.startsWith("java:") ? (Queue) new InitialContext().lookup(name) : session.createQueue(name);
  }

  /** Gives the request to the broker, which does not pass it on before {@link #commit}. Answers with the broker's id. */
  String send(Call call) throws JMSException, NamingException {
    TextMessage message = sending.createTextMessage(JsonTree.toJson(call.input()).toString());
    message.setJMSCorrelationID(call.key().value());
    message.setStringProperty("IdempotencyKey", call.key().value());
    message.setStringProperty("CorrelationId", call.correlationId());
    message.setStringProperty("Operation", call.operation().strip());
    if (inbox.isPresent()) {
      // Each try needs an answer of its own: the back office itself recognises a repeated key.
      message.setJMSReplyTo(inbox.get().queue());
    } else {
      if (settings.duplicateProperty().isPresent()) {
        message.setStringProperty(settings.duplicateProperty().get(), call.key().value());
      }
      if (settings.replyQueue().isPresent()) {
        message.setJMSReplyTo(queue(sending, settings.replyQueue().get()));
      }
    }
    producer.send(message);
    return message.getJMSMessageID();
  }

  void commit() throws JMSException {
    sending.commit();
  }

  /** Takes back what was sent and not committed. */
  void rollback() throws JMSException {
    sending.rollback();
  }

  /** Waits for the answer to a request. Answers to earlier ones, which came too late, are dropped. */
  Optional<Message> await(String key, String messageId, Duration patience) throws JMSException {
    long end = System.nanoTime() + patience.toNanos();
    MessageConsumer consumer = inbox.orElseThrow(IllegalStateException::new).consumer();
    for (long left = patience.toMillis(); left > 0; left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
      Message answer = consumer.receive(left);
      if (answer == null) {
        return Optional.empty();
      }
      String correlation = answer.getJMSCorrelationID();
      if (key.equals(correlation) || messageId.equals(correlation)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  /** Whether the broker answers on this connection. */
  void ping() throws JMSException {
    connection.createSession(false, Session.AUTO_ACKNOWLEDGE).close();
  }

  boolean isLost() {
    return lost;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      JmsConnectorLog.LOG.debugf(e, "A connection of %s broke when it was closed.", settings.connectionFactory());
    }
  }
}
