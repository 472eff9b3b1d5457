package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.engine.CaseHistory;

/** Tells people something about a case. They read it in the history of the case. */
@Dependent
class CaseNotices {
  @Inject private CaseHistory history;

  /** Tells a person or everybody of a queue. */
  void tell(Case about, Owner whom, String text, Instant now) {
    String name = whom.kind() == Owner.Kind.QUEUE ? "queue " + whom.name() : whom.name();
    history.remark(about, HistoryEntry.SYSTEM, "For %s: %s".formatted(name, text), now);
  }
}
