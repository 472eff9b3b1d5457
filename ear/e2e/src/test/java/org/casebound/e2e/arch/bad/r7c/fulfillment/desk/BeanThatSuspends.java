package org.casebound.e2e.arch.bad.r7c.fulfillment.desk;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
class BeanThatSuspends {
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void work() {}
}
