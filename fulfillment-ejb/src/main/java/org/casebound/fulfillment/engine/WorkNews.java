package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.WorkBoard;

/** Once a transaction that changed work or a case is committed, and only then, tells the screens of this node. */
@ApplicationScoped
public class WorkNews {
  @Inject private WorkBoard board;
  @Inject private CaseBoard cases;

  void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkChanged event) {
    board.tell();
  }

  void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseChanged event) {
    cases.tell(event.caseId());
  }
}
