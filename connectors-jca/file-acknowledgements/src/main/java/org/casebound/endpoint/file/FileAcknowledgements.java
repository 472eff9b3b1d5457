package org.casebound.endpoint.file;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Receipt;
import org.casebound.fulfillment.acknowledgement.AcknowledgementInbox;
import org.casebound.fulfillment.config.Caller;

/** Passes acknowledgements of the file connector on to the EAR's inbox; what this answers was committed there. */
@MessageDriven(messageListenerInterface = AcknowledgementListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Caller.INTEGRATION)
public class FileAcknowledgements implements AcknowledgementListener {
  @EJB(lookup = "java:global/casebound/fulfillment-ejb/AcknowledgementInbox!org.casebound.fulfillment.acknowledgement.AcknowledgementInbox")
  private AcknowledgementInbox inbox;

  @Override
  public Receipt onAcknowledgement(Acknowledgement acknowledgement) {
    return inbox.receive(acknowledgement);
  }
}
