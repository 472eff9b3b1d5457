package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.Changed;
import org.casebound.fulfillment.notice.NewsBoard;

/** Once a transaction that changed something is committed, and only then, tells the screens of this node. */
@ApplicationScoped
public class WorkNews {
  @Inject private NewsBoard board;
  @Inject private CaseBoard cases;

  void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed event) {
    board.tell(event.topic());
  }

  void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseChanged event) {
    cases.tell(event.caseId());
  }
}
