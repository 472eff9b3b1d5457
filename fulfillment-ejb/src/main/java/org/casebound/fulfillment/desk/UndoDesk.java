package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.workitem.Hold;
import org.casebound.domain.workitem.Standing;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.WorkLease;
import org.casebound.fulfillment.engine.WorkNotices;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.WorkDraftRepository;

/**
 * Takes back what a person did to a work item, as long as nobody has changed it since. Who takes it back is who did it: the caller of this
 * bean keeps an {@link Undo} for that person alone, and never takes one from outside.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class UndoDesk {
  @Inject private WorkItemAccess items;
  @Inject private WorkItemViews views;
  @Inject private WorkNotices notices;
  @Inject private WorkLease leases;
  @Inject private WorkDraftRepository drafts;
  @Inject private CaseRepository cases;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * What puts an item back.
   *
   * @param before how it stood before the change
   * @param version its version after the change
   */
  public record Undo(Standing before, int version) implements Serializable {}

  /** A change, and what puts the item back. */
  public record Noted<T>(T result, Undo undo) {}

  /**
   * Changes an item, in this bean's transaction, and notes how it stood before.
   *
   * @throws org.casebound.domain.shared.UnknownRecord when there is none that the caller may see
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public <T> Noted<T> noting(long id, Supplier<T> change) {
    WorkItem item = items.lock(id, Caller.of(context));
    Standing before = Standing.of(item);
    T result = change.get();
    cases.flush(); // the item gets its new version here, not at commit
    return new Noted<>(result, new Undo(before, item.version()));
  }

  /**
   * Puts an item back. Separation of duties holds for who has it then, as when he is given it; he is told. A draft of who loses it is
   * forgotten, as when he releases it.
   *
   * @throws StaleRecord WORK-029 when it was changed since
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-003 when who had it may not work it any more
   * @throws org.casebound.domain.shared.UnknownRecord when the caller may not see it any more
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemSummary undo(long id, Undo undo) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    if (item.version() != undo.version()) {
      throw new StaleRecord("WORK-029", "'%s' was changed meanwhile, by %s.".formatted(item.label(), lastActor(item)));
    }
    WorkItemState state = item.state();
    Optional<String> had = item.assignee();
    item.putBack(undo.before());
    items.note(item, caller, state, "put back as it was");
    Instant now = clock.instant();
    item.hold().flatMap(Hold::leaseUntil).filter(end -> !end.isAfter(now)).ifPresent(over -> leases.watch(item));
    if (!item.assignee().equals(had)) {
      had.ifPresent(person -> drafts.forget(id, person));
      item.assignee().ifPresent(person -> notices.assigned(item, person, caller.name(), "", now));
    }
    return views.summary(item);
  }

  private String lastActor(WorkItem item) {
    return cases.historyOf(item.caseId()).stream()
        .filter(entry -> entry.subject() == HistoryEntry.Subject.WORK_ITEM && entry.name().equals(item.stepName()))
        .reduce((earlier, later) -> later)
        .map(HistoryEntry::actor)
        .orElse(HistoryEntry.SYSTEM);
  }
}
