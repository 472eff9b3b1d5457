package org.casebound.e2e.arch.bad.r7a.fulfillment.desk;

import jakarta.ejb.Stateless;

@Stateless
class BeanOfUnknownTransactions {
  public void work() {}
}
