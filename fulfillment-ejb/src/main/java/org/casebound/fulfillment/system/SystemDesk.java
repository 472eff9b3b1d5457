package org.casebound.fulfillment.system;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.casebound.fulfillment.config.Caller;

/** What operators and administrators see of the installation. Nothing is looked at inside a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemDesk {
  @Inject private Clock clock;

  /** How this node is, and what it reaches. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public SystemReport report() {
    return SystemReport.of(clock.instant(), VirtualMachine.lines());
  }
}
