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

  /** How much of an unreadable text is shown, in characters. */
  private static final int LONGEST_TEXT = 1000;

  private ReplyMessage() {}

  /** @throws MalformedAcknowledgementException when the message has not the standard form */
  static Acknowledgement read(String connector, Message message) throws JMSException, MalformedAcknowledgementException {
    return AcknowledgementFormat.parse(
        connector, completed(text(message), message), Instant.ofEpochMilli(message.getJMSTimestamp()));
  }

  /**
   * A message that has not the standard form, as a reply that nobody waits for: it is kept under a key that no call has, so
   * that it is listed for a person and ends no step by itself.
   */
  static Acknowledgement unreadable(String connector, Message message, MalformedAcknowledgementException reason)
      throws JMSException {
    String text = text(message);
    String seen = "%s Correlation id: %s. Text: %s".formatted(
        reason.getMessage(), message.getJMSCorrelationID(), text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    return Acknowledgement.unreadable(
        connector, message.getJMSMessageID(), seen, Instant.ofEpochMilli(message.getJMSTimestamp()), text);
  }

  private static String text(Message message) throws JMSException {
    return message instanceof TextMessage body && body.getText() != null ? body.getText() : "";
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
