package org.casebound.e2e.arch.bad.r8.fulfillment.desk;

import jakarta.ejb.Stateless;

@Stateless
class BeanWithMemory {
  private int calls;

  public int call() {
    calls++;
    return calls;
  }
}
