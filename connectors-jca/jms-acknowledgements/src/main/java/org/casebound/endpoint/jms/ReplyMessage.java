package org.casebound.endpoint.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementFormat;
import org.casebound.connector.api.JsonTree;
import org.casebound.connector.api.MalformedAcknowledgementException;

/**
 * A reply as a message: a text in the standard form of an acknowledgement. What JMS says itself need not be said in the
 * text: the message id, and by the correlation id which request it answers (the idempotency key, or the id of the request,
 * which begins with {@code ID:}).
 */
final class ReplyMessage {
  private static final String MESSAGE_ID = "messageId";
  private static final String REFERENCE = "reference";
  private static final String KEY = "idempotencyKey";

  private ReplyMessage() {}

  /** @throws MalformedAcknowledgementException when the message has not the standard form */
  static Acknowledgement read(String connector, Message message) throws JMSException, MalformedAcknowledgementException {
    String text = message instanceof TextMessage body && body.getText() != null ? body.getText() : "";
    return AcknowledgementFormat.parse(
        connector, completed(text, message), Instant.ofEpochMilli(message.getJMSTimestamp()));
  }

  private static String completed(String text, Message message) throws JMSException {
    Map<String, Object> json;
    try {
      json = new LinkedHashMap<>(JsonTree.parse(text));
    } catch (IllegalArgumentException e) {
      // Said better by the format itself.
      return text;
    }
    json.putIfAbsent(MESSAGE_ID, message.getJMSMessageID());
    String correlation = message.getJMSCorrelationID();
    if (correlation != null && !json.containsKey(KEY) && !json.containsKey(REFERENCE)) {
      json.put(correlation.startsWith("ID:") ? REFERENCE : KEY, correlation);
    }
    return JsonTree.toJson(json).toString();
  }
}
