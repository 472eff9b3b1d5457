package org.casebound.e2e.connector;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A bank behind the request queue, in another process than the broker. Takes a request off the queue with its answer. */
public final class QueueBank implements AutoCloseable {
  private static final String REQUESTS = "CoreRequests";
  private static final String REPLIES = "CaseboundReplies";
  private static final long PATIENCE_MILLIS = 30_000;

  private final ActiveMQConnectionFactory factory;
  private final JMSContext context;

  /** @param address of the broker */
  public QueueBank(String address) {
    this.factory = new ActiveMQConnectionFactory(address);
    // The server's queues have the prefix of Artemis 1; without this the queue of the reply is taken for a topic.
    this.factory.setEnable1xPrefixes(true);
    this.context = factory.createContext(JMSContext.SESSION_TRANSACTED);
  }

  /** The next request; empty when none comes in time. It stays on the queue until {@link #answer}. */
  Optional<TextMessage> request(long millis) {
    try (JMSConsumer consumer = context.createConsumer(context.createQueue(REQUESTS))) {
      return Optional.ofNullable((TextMessage) consumer.receive(millis));
    }
  }

  /** The next request, which must come. */
  public TextMessage request() {
    return request(PATIENCE_MILLIS).orElseThrow(() -> new AssertionError("No request came."));
  }

  /** Answers a request where it says, under its correlation id. */
  void answer(Message request, String text) throws JMSException {
    context.createProducer().setJMSCorrelationID(request.getJMSCorrelationID()).send(request.getJMSReplyTo(), text);
    context.commit();
  }

  /** Puts a message into the reply queue that nobody asked for. */
  public String send(String text) throws JMSException {
    TextMessage message = context.createTextMessage(text);
    context.createProducer().send(context.createQueue(REPLIES), message);
    context.commit();
    return message.getJMSMessageID();
  }

  /** Gives the request back as one that could not be worked. */
  public void giveBack() {
    context.rollback();
  }

  @Override
  public void close() {
    context.close();
    factory.close();
  }
}
