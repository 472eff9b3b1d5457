package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.WorkLease;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** Holds work back: puts it off with a reason, wakes it, and keeps it for whoever is looking at it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SnoozeDesk {
  private static final Duration LONGEST = Duration.ofDays(90);

  @Inject private WorkItemAccess items;
  @Inject private WorkItemRepository records;
  @Inject private WorkItemViews views;
  @Inject private WorkLease leases;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Puts an item off: until then it is in no view but "waiting", and "get next" passes it by. Its due date stays.
   *
   * @param until within 90 days
   * @param reason what it waits for; must not be empty
   * @throws RuleViolation WORK-014 without a reason, WORK-015 when the time is past or too far away
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-007 when the caller neither has it nor is a lead
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemSummary snooze(long id, Instant until, String reason) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    if (reason.isBlank()) {
      throw new RuleViolation("WORK-014", "Say what '%s' waits for.".formatted(item.label()));
    }
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw new RuleViolation("WORK-015", "Work is put off until a time within the next %d days.".formatted(LONGEST.toDays()));
    }
    item.snooze(caller.name(), caller.is(Caller.LEAD), until);
    items.note(item, caller, item.state(), "put off until %s: %s".formatted(until, reason.strip()));
    return views.summary(item);
  }

  /**
   * Wakes an item that was put off.
   *
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-007 when the caller neither has it nor is a lead
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemSummary wake(long id) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    item.snooze(caller.name(), caller.is(Caller.LEAD), null);
    items.note(item, caller, item.state(), "not put off any longer");
    return views.summary(item);
  }

  /**
   * The caller is still looking at what "get next" gave him.
   *
   * @return until when it is kept for him; empty when he has it for good
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-004 when he does not have it
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Optional<Instant> renew(long id) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    Optional<Instant> until = item.renewed(caller.name(), leases.end(clock.instant()));
    until.ifPresent(end -> records.keepUntil(id, end));
    return until;
  }
}
