package org.casebound.endpoint.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.tck.InboundRig;

/**
 * The reply queue of an embedded Artemis, the broker of the server, with a back office that writes to it. Each message is taken in a
 * transaction of the session, as the server's message endpoint takes it in one of its own.
 */
final class ReplyQueueRig implements InboundRig {
  private static final String REPLIES = "replies";
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final String address = "vm://" + NUMBER.incrementAndGet();
  private final ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address);
  private final Map<String, BlockingQueue<ReplyReception.End>> ends = new ConcurrentHashMap<>();
  private Optional<Connection> listening = Optional.empty();

  @Override
  public void activate(MessageEndpointFactory endpoints) throws ResourceException {
    ReplyReception reception = new ReplyReception("queue", (AcknowledgementListener) endpoints.createEndpoint(null));
    try {
      broker.setConfiguration(new ConfigurationImpl()
          .setPersistenceEnabled(false)
          .setSecurityEnabled(false)
          .setJMXManagementEnabled(false)
          .addAcceptorConfiguration("inside", address));
      broker.start();
      Connection connection = factory.createConnection();
      listening = Optional.of(connection);
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      session.createConsumer(session.createQueue(REPLIES)).setMessageListener(message -> take(session, reception, message));
      connection.start();
    } catch (Exception e) {
      throw new ResourceException("The broker did not start.", e);
    }
  }

  private void take(Session session, ReplyReception reception, Message message) {
    try {
      ReplyReception.End end = reception.take(message);
      if (end == ReplyReception.End.GIVEN_BACK) {
        session.rollback();
      } else {
        session.commit();
      }
      endsOf(message).add(end);
    } catch (JMSException stopping) {
      JmsAcknowledgementsLog.LOG.debugf("The session was closed under a delivery: %s", stopping.getMessage());
    }
  }

  private BlockingQueue<ReplyReception.End> endsOf(Message message) throws JMSException {
    return ends.computeIfAbsent(message.getJMSMessageID(), id -> new LinkedBlockingQueue<>());
  }

  @Override
  public void shutDown() {
    try {
      if (listening.isPresent()) {
        listening.get().close();
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Receipt send(String messageId, String reference) {
    return put("{\"messageId\":\"" + messageId + "\",\"reference\":\"" + reference + "\",\"status\":\"DONE\"}");
  }

  @Override
  public Receipt sendNonsense() {
    return put("no acknowledgement");
  }

  /** Who may write into a queue is the broker's business. */
  @Override
  public Optional<Receipt> sendAsStranger(String messageId, String reference) {
    return Optional.empty();
  }

  private Receipt put(String text) {
    try (JMSContext context = factory.createContext()) {
      TextMessage message = context.createTextMessage(text);
      context.createProducer().send(context.createQueue(REPLIES), message);
      return await(endsOf(message));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Receipt.SILENCE;
    }
  }

  /** What is given back comes again by itself, so a later end counts. */
  private static Receipt await(BlockingQueue<ReplyReception.End> ends) throws InterruptedException {
    Receipt seen = Receipt.SILENCE;
    ReplyReception.End end = ends.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    while (end == ReplyReception.End.GIVEN_BACK) {
      seen = Receipt.AGAIN;
      end = ends.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return end == null ? seen : end == ReplyReception.End.STORED ? Receipt.TAKEN : Receipt.REFUSED;
  }

  @Override
  public void close() {
    shutDown();
    factory.close();
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop.", e);
    }
  }
}
