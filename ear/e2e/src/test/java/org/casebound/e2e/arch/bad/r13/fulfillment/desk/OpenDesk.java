package org.casebound.e2e.arch.bad.r13.fulfillment.desk;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
class OpenDesk {
  public void work() {}
}
