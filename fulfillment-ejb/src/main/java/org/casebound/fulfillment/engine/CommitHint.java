package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Once a transaction that decided calls is committed, and only then, lets them run. */
@ApplicationScoped
public class CommitHint {
  @Inject private CallDispatcher dispatcher;

  void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallsLeased event) {
    event.calls().forEach(dispatcher::dispatch);
  }
}
