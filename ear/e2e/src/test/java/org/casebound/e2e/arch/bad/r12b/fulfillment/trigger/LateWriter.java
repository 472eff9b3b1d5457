package org.casebound.e2e.arch.bad.r12b.fulfillment.trigger;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.casebound.e2e.arch.bad.r12b.fulfillment.persistence.SomeRepository;

class LateWriter {
  private SomeRepository repository;

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) String event) {}
}
