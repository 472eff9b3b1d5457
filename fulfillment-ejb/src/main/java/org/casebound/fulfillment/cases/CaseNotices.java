package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.notice.Notices;

/** Tells people something about a case; the history of the case says so. */
@Dependent
class CaseNotices {
  @Inject private CaseHistory history;
  @Inject private Notices notices;

  /** Tells a person or everybody of a queue. */
  void tell(Case about, Owner whom, String text, Instant now) {
    boolean queue = whom.kind() == Owner.Kind.QUEUE;
    notices.tell(
        about.id(),
        false,
        (queue ? "queue:" : "user:") + whom.name(),
        "Case %s: %s".formatted(about.number(), about.subject()),
        text,
        now);
    String name = queue ? "queue " + whom.name() : whom.name();
    history.remark(about, HistoryEntry.SYSTEM, "For %s: %s".formatted(name, text), now);
  }
}
