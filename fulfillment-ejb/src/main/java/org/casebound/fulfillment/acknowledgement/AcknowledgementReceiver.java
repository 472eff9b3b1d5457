package org.casebound.fulfillment.acknowledgement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Receipt;
import org.casebound.fulfillment.config.Caller;

/**
 * Where the inbound side of a resource adapter delivers acknowledgements. The adapter answers the sender after this has
 * returned, and what it says was committed by then.
 */
@MessageDriven(messageListenerInterface = AcknowledgementListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Caller.INTEGRATION)
public class AcknowledgementReceiver implements AcknowledgementListener {
  @Inject private AcknowledgementInbox inbox;

  @Override
  public Receipt onAcknowledgement(Acknowledgement acknowledgement) {
    return inbox.receive(acknowledgement);
  }
}
