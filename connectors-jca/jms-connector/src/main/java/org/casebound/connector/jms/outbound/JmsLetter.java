package org.casebound.connector.jms.outbound;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.DeadLetter;

/** A message in a dead letter queue. What only Artemis says is read where it is there. */
final class JmsLetter {
  private static final String BROKERS_OWN = "_AMQ_";
  private static final String ORIGIN = BROKERS_OWN + "ORIG_QUEUE";
  private static final String EXPIRED = BROKERS_OWN + "ACTUAL_EXPIRY";

  /** WildFly's broker begins the names of queues so. */
  private static final String PREFIX = "jms.queue.";

  private JmsLetter() {}

  static DeadLetter of(Message message) throws JMSException {
    Optional<String> correlation = Optional.ofNullable(message.getJMSCorrelationID());
    return new DeadLetter(
        message.getJMSMessageID(),
        Instant.ofEpochMilli(message.getJMSTimestamp()),
        origin(message),
        message.propertyExists(EXPIRED)
            ? "Nobody took it before its time was over."
            : "It was given back each time that it was delivered.",
        Optional.ofNullable(message.getStringProperty("IdempotencyKey")).or(() -> correlation),
        Optional.ofNullable(message.getStringProperty("CorrelationId")),
        message instanceof TextMessage text && text.getText() != null ? text.getText() : "");
  }

  /** Name of the queue that it came from; empty text when the broker does not say. */
  static String origin(Message message) throws JMSException {
    String origin = message.getStringProperty(ORIGIN);
    return origin == null ? "" : plain(origin);
  }

  /** The name of a queue without what the server puts before it. */
  static String plain(String queueName) {
    return queueName.startsWith(PREFIX) ? queueName.substring(PREFIX.length()) : queueName;
  }

  /**
   * The message as its sender made it. Above all it has no duplicate id any more, by which the broker would drop it as one
   * that it has seen; who works it knows it by its key.
   */
  static Message asNew(Message message) throws JMSException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
      String name = (String) names.nextElement();
      if (!name.startsWith(BROKERS_OWN) && !name.startsWith("JMS")) {
        properties.put(name, message.getObjectProperty(name));
      }
    }
    String correlation = message.getJMSCorrelationID();
    Destination replyTo = message.getJMSReplyTo();
    message.clearProperties();
    message.setJMSCorrelationID(correlation);
    message.setJMSReplyTo(replyTo);
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      message.setObjectProperty(property.getKey(), property.getValue());
    }
    return message;
  }
}
