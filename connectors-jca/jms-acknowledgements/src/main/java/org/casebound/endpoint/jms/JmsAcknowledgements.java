package org.casebound.endpoint.jms;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.casebound.fulfillment.acknowledgement.AcknowledgementInbox;
import org.casebound.fulfillment.config.Caller;

/**
 * Passes replies from the reply queue on to the EAR's inbox, which commits them; only then the message is taken off the
 * queue. A message that comes again after that is a duplicate and changes nothing. What can not be read is stored in the
 * inbox too, matched with nothing, for a person. What can not be stored is given back to the broker, which delivers it
 * again and in the end puts it into its dead letter queue.
 */
@MessageDriven(messageListenerInterface = MessageListener.class)
@TransactionAttribute(TransactionAttributeType.REQUIRED)
@PermitAll
@RunAs(Caller.INTEGRATION)
public class JmsAcknowledgements implements MessageListener {
  @EJB(lookup = "java:global/casebound/fulfillment-ejb/AcknowledgementInbox!org.casebound.fulfillment.acknowledgement.AcknowledgementInbox")
  private AcknowledgementInbox inbox;

  @Resource(name = "connector")
  private String connector;

  @Resource private MessageDrivenContext context;

  @Override
  public void onMessage(Message message) {
    if (new ReplyReception(connector, inbox::receive).take(message) == ReplyReception.End.GIVEN_BACK) {
      context.setRollbackOnly();
    }
  }
}
