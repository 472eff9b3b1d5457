package org.casebound.fulfillment.acknowledgement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Receipt;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.persistence.ReplyInboxRepository;

/** Where acknowledgements of back offices come in, whichever way they took: stored first, then matched. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AcknowledgementInbox {
  @Inject private AcknowledgementFiling filing;
  @Inject private ReplyInboxRepository inbox;

  /**
   * Takes in one acknowledgement. When this returns it is committed, so the sender may be answered.
   *
   * @return what became of it; the same message again is a DUPLICATE and changes nothing
   */
  @RolesAllowed(Caller.INTEGRATION)
  public Receipt receive(Acknowledgement acknowledgement) {
    try {
      return filing.file(acknowledgement);
    } catch (EJBException failure) {
      // Two copies at the same moment: the second one broke the unique key, and is a duplicate now.
      return filing.isKnown(acknowledgement) ? Receipt.DUPLICATE : rethrow(failure);
    }
  }

  /** The inbox, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<AcknowledgementView> page(Optional<String> cursor, int size) {
    List<ReplyInboxEntry> entries = inbox.page(Cursor.before(cursor), size + 1);
    return Cursor.page(entries, size, ReplyInboxEntry::id, AcknowledgementView::of);
  }

  private static Receipt rethrow(EJBException failure) {
    throw failure;
  }
}
