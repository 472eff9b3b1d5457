package org.casebound.fulfillment.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import org.casebound.fulfillment.config.Caller;

/** The catalog of events, for those who make receivers and those who look after them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EventDesk {
  /** All types. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION})
  public List<EventType> all() {
    return EventCatalog.all();
  }
}
