package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.cases.CaseChanges;
import org.casebound.fulfillment.cases.LockedCases;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.notice.Notices;

/** A person asks for attention to the case of his work, as an escalation rule would. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class EscalationDesk {
  @Inject private WorkItemAccess items;
  @Inject private LockedCases locked;
  @Inject private CaseChanges changes;
  @Inject private CaseHistory history;
  @Inject private Notices notices;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * The case is ESCALATED, and the queue of the work, its leads among them, is told why. The work stays with whoever has it.
   *
   * @param reason what needs attention; everybody who works the case reads it
   * @throws RuleViolation WORK-025 without a reason
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when the work has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-007 when the caller neither has it nor is a lead
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void escalate(long itemId, String reason) {
    if (reason.isBlank()) {
      throw new RuleViolation("WORK-025", "Say in a few words what needs attention.");
    }
    Caller caller = Caller.of(context);
    WorkItem item = items.require(itemId, caller);
    item.requireMayHandOver(caller.name(), caller.is(Caller.LEAD));
    Case escalated = locked.lock(item.caseId()).orElseThrow();
    String why = reason.strip();
    Instant now = clock.instant();
    changes.make(
        escalated,
        caller.name(),
        (process, request) -> {
          CaseStatus before = escalated.status();
          escalated.escalate(now);
          if (before == escalated.status()) {
            history.remark(escalated, caller.name(), why, now);
          }
          history.caseChanged(escalated, before, caller.name(), why, now);
        });
    notices.tell(escalated.id(), false, "queue:" + item.queue(), "Case %s needs attention".formatted(escalated.number()), why, now);
  }
}
