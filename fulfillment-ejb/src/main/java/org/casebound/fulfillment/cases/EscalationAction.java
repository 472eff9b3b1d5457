package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.Deadline.Escalation;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Escalates a case: it is ESCALATED, and what the definition wants besides is done. Each part leaves its line in the history. */
@Dependent
class EscalationAction {
  @Inject private CaseChanges changes;
  @Inject private CaseHistory history;
  @Inject private CaseNotices notices;
  @Inject private Expressions expressions;

  /**
   * @param escalated an open case, locked
   * @param action what is done besides; nothing when empty
   * @param why in words, for the history
   */
  void escalate(Case escalated, Optional<Escalation> action, String why, Instant now) {
    changes.make(
        escalated,
        HistoryEntry.SYSTEM,
        (process, request) -> {
          CaseStatus before = escalated.status();
          escalated.escalate(now);
          if (before == escalated.status()) {
            history.remark(escalated, HistoryEntry.SYSTEM, why, now);
          }
          history.caseChanged(escalated, before, HistoryEntry.SYSTEM, why, now);
          action.ifPresent(wanted -> act(escalated, request, process, wanted, why, now));
        });
  }

  private void act(Case escalated, ServiceCatalogRequest request, PublishedProcess process, Escalation action, String why, Instant now) {
    action.priority().ifPresent(priority -> raise(escalated, priority, now));
    action.queue().ifPresent(queue -> move(escalated, queue, now));
    action.tell().ifPresent(whom -> tell(escalated, whom, CaseFacts.of(process, escalated, request), why, now));
  }

  private void raise(Case escalated, Priority priority, Instant now) {
    Priority before = escalated.priority();
    escalated.raiseTo(priority);
    if (before != escalated.priority()) {
      history.caseNote(escalated, HistoryEntry.SYSTEM, before.name(), priority.name(), "priority", now);
    }
  }

  private void move(Case escalated, String queue, Instant now) {
    Owner before = escalated.owner();
    escalated.assign(Owner.queue(queue));
    history.owner(escalated, before, HistoryEntry.SYSTEM, now);
  }

  private void tell(Case escalated, String expression, CaseFacts facts, String why, Instant now) {
    try {
      Owner.parse(String.valueOf(expressions.value(expression, facts.byName()))).ifPresent(whom -> notices.tell(escalated, whom, why, now));
    } catch (RuleViolation broken) {
      history.remark(escalated, HistoryEntry.SYSTEM, "Nobody could be told. " + broken.getMessage(), now);
    }
  }
}
