package org.casebound.fulfillment.acknowledgement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Receipt;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.FlowInHand;
import org.casebound.fulfillment.engine.WaitingFlows;

/** Where acknowledgements of back offices come in, whichever way they took: stored first, then matched. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AcknowledgementInbox {
  @Inject private AcknowledgementFiling filing;
  @Inject private WaitingFlows waiting;

  /**
   * Takes in one acknowledgement. When this returns it is committed, so the sender may be answered.
   *
   * @return what became of it; the same message again is a DUPLICATE and changes nothing
   */
  @RolesAllowed(Caller.INTEGRATION)
  public Receipt receive(Acknowledgement acknowledgement) {
    Optional<FlowInHand> inHand = acknowledgement.correlationKey().flatMap(waiting::take);
    if (inHand.isPresent() && isFiled(acknowledgement, inHand.get())) {
      return Receipt.MATCHED;
    }
    try {
      return filing.file(acknowledgement);
    } catch (EJBException failure) {
      // Two copies at the same moment: the second one broke the unique key, and is a duplicate now.
      return filing.isCopy(acknowledgement) ? Receipt.DUPLICATE : rethrow(failure);
    }
  }

  private boolean isFiled(Acknowledgement acknowledgement, FlowInHand inHand) {
    try {
      filing.file(acknowledgement, inHand);
      return true;
    } catch (EJBException overtaken) {
      // What is in the database decides; if that is the failure, it comes again.
      return false;
    }
  }

  private static Receipt rethrow(EJBException failure) {
    throw failure;
  }
}
