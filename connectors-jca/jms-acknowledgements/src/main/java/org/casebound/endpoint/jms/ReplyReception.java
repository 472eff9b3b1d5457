package org.casebound.endpoint.jms;

import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.resource.ResourceException;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.MalformedAcknowledgementException;
import org.casebound.connector.api.Receipt;

/**
 * Takes messages off the reply queue: has each stored, also one that can not be read, and says whether it may leave the queue.
 *
 * @param connector name of the connector in the reply inbox
 * @param inbox commits what it is given before it answers
 */
record ReplyReception(String connector, AcknowledgementListener inbox) {

  /** What became of a message. */
  enum End {
    /** It is stored, and belongs to a call. */
    STORED,
    /** It is stored, but nothing can match it: it is listed for a person. */
    LISTED,
    /** It could not be stored: the broker has to deliver it again. */
    GIVEN_BACK
  }

  End take(Message message) {
    try {
      Acknowledgement reply = read(message);
      Receipt receipt = inbox.onAcknowledgement(reply);
      return receipt == Receipt.UNKNOWN || reply.isUnreadable() ? End.LISTED : End.STORED;
    } catch (JMSException | ResourceException | EJBException e) {
      JmsAcknowledgementsLog.LOG.notStored(id(message), connector, delivery(message), e);
      return End.GIVEN_BACK;
    }
  }

  private Acknowledgement read(Message message) throws JMSException {
    try {
      return ReplyMessage.read(connector, message);
    } catch (MalformedAcknowledgementException e) {
      JmsAcknowledgementsLog.LOG.unreadable(id(message), connector, e.getMessage());
      return ReplyMessage.unreadable(connector, message, e);
    }
  }

  private static String id(Message message) {
    try {
      return message.getJMSMessageID();
    } catch (JMSException e) {
      return "unknown";
    }
  }

  private static int delivery(Message message) {
    try {
      return message.getIntProperty("JMSXDeliveryCount");
    } catch (JMSException | NumberFormatException e) {
      return 0;
    }
  }
}
