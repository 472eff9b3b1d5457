package org.casebound.e2e.arch.bad.r7b.fulfillment.desk;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
class BeanWithSecondTransaction {
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void work() {}
}
