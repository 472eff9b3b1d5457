package org.casebound.fulfillment.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Tells once per transaction that it decided calls. */
@Dependent
class CallHandover {
  @Inject private Event<CallsLeased> leased;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  void hand(FlowContext context) {
    CallsLeased calls = (CallsLeased) transaction.getResource(CallsLeased.class);
    if (calls == null) {
      calls = new CallsLeased();
      transaction.putResource(CallsLeased.class, calls);
      leased.fire(calls);
    }
    calls.add(context);
  }
}
