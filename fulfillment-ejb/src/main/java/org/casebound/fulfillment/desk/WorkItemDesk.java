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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.domain.workitem.Answer;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.DutySeparation;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.engine.WorkDeadlines;
import org.casebound.fulfillment.engine.WorkLease;
import org.casebound.fulfillment.persistence.InboxRepository;
import org.casebound.fulfillment.persistence.InboxScope;
import org.casebound.fulfillment.persistence.WorkDraftRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.webhook.WebhookOutbox;

/** What people do with work items. Of two who act at once, one wins and the other is told who was first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class WorkItemDesk {
  private static final Set<WorkItemState> OPEN = Set.of(WorkItemState.OFFERED, WorkItemState.CLAIMED);

  @Inject private WorkItemAccess items;
  @Inject private InboxRepository inbox;
  @Inject private WorkItemViews views;
  @Inject private CompletionCheck check;
  @Inject private Visibility visibility;
  @Inject private Substitutes substitutes;
  @Inject private FlowEngine engine;
  @Inject private DutySeparation separation;
  @Inject private WorkDeadlines deadlines;
  @Inject private WorkLease leases;
  @Inject private WorkDraftRepository drafts;
  @Inject private ProcessCatalog catalog;
  @Inject private WebhookOutbox outbox;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** How many open items a queue has. */
  public record QueueCount(String name, String label, long open) {}

  /** Items that the caller may see, the most urgent first, then the oldest. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<WorkItemSummary> page(WorkItemQuery query) {
    Caller caller = Caller.of(context);
    int size = Cursor.size(query.size());
    Optional<InboxRepository.Position> after =
        query
            .cursor()
            .map(text -> Cursor.numbers(text, 2))
            .map(n -> new InboxRepository.Position(priority(n[0]), n[1]));
    List<InboxRepository.Found> found =
        inbox.list(
            new InboxRepository.Filter(
                new InboxScope(
                    caller.seesEverything(), visibility.queuesOf(caller), caller.name(), substitutes.heldBy(caller), clock.instant()),
                query.queue(),
                query.state().map(Set::of).orElse(OPEN),
                query.assignee(),
                after,
                size + 1));
    return Cursor.pageBy(
        found,
        size,
        last -> Cursor.of(last.item().priority().ordinal(), last.item().id()),
        each -> views.summary(each.item(), each.about()));
  }

  /**
   * One item with its case.
   *
   * @throws UnknownRecord when there is none that the caller may see
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public WorkItemView get(long id) {
    Caller caller = Caller.of(context);
    return views.of(items.require(id, caller), caller);
  }

  /**
   * Whether there is an item that the caller may see.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void look(long id) {
    items.require(id, Caller.of(context));
  }

  /** The caller's queues with the number of their open items, by name. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<QueueCount> queues() {
    Set<String> visible = visibility.queuesOf(Caller.of(context));
    Map<String, Long> counts = inbox.openPerQueue(visible);
    return catalog.queues().stream()
        .filter(queue -> visible.contains(queue.name()))
        .map((QueueDefinition queue) -> new QueueCount(queue.name(), queue.label(), counts.getOrDefault(queue.name(), 0L)))
        .toList();
  }

  /** What was claimed, in short. */
  public record Claimed(String label, String caseNumber) {}

  /**
   * Claims an item; one caller wins. A substitute takes what an absent person has, on his behalf.
   *
   * @throws StaleRecord WORK-001 when another person has it, WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-003 under separation of duties, WORK-006 when it is offered to another
   *     person alone
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Claimed claim(long id) {
    WorkItem item = lockAndClaim(id, Caller.of(context));
    return new Claimed(item.label(), new CaseNumber(item.caseId()).toString());
  }

  /** Claims an item like {@link #claim(long)} and shows it with its case. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemView claimAndShow(long id) {
    Caller caller = Caller.of(context);
    return views.of(lockAndClaim(id, caller), caller);
  }

  /**
   * Claims the most urgent offered item: of those offered to the caller alone, then of his queues; empty when there is none. It goes back
   * to its queue unless he shows a sign of life in time: renews the lease, claims it for good, or acts on it.
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Optional<WorkItemView> next() {
    Caller caller = Caller.of(context);
    Instant now = clock.instant();
    return inbox
        .lockNextOf(caller.name(), now)
        .or(() -> inbox.lockNext(visibility.queuesOf(caller), caller.name(), now))
        .map(
            item -> {
              WorkItemState before = item.state();
              item.claimUntil(caller.name(), leases.end(now));
              items.note(item, caller, before, "");
              leases.watch(item);
              return views.of(item, caller);
            });
  }

  /**
   * Gives an own item back: to whom the caller acts for, otherwise into its queue.
   *
   * @return its line in the inbox: who gives an item back is done with its case
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemSummary release(long id) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    WorkItemState before = item.state();
    item.release(caller.name());
    drafts.forget(id, caller.name());
    items.note(item, caller, before, "");
    return views.summary(item);
  }

  /**
   * Completes an own item, or that of an absent person as his substitute, and moves its flow on, in one transaction.
   *
   * @return its line in the inbox
   * @throws StaleRecord WORK-002 when it has ended, WORK-005 when it changed since it was read
   * @throws org.casebound.fulfillment.intake.RequestRefused when outcome, data or comment do not fit the step
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemSummary complete(long id, Completion completion) {
    Caller caller = Caller.of(context);
    FulfillmentFlow flow = engine.lockOfItem(id);
    WorkItem item = items.lock(id, caller);
    int version = completion.version().orElse(item.version());
    CompletionCheck.Checked checked = check.check(item, completion, caller);
    if (item.isOpen() && substitutes.absentFor(caller, item).isPresent()) {
      claim(item, caller);
    }
    item.complete(
        caller.name(),
        version,
        Answer.of(completion.outcome(), checked.comment(), new Values(checked.data()), checked.ticked()),
        clock.instant());
    drafts.forget(id);
    items.note(item, caller, WorkItemState.CLAIMED, completion.outcome());
    outbox.work(item, flow.processVersion(), clock.instant());
    deadlines.forget(item);
    separation.completed(item, caller.name(), clock.instant());
    engine.on(
        flow,
        new FlowEvent.WorkFinished(
            item.stepName(), caller.name(), completion.outcome(), checked.comment(), checked.data()),
        caller.name());
    return views.summary(item);
  }

  private WorkItem lockAndClaim(long id, Caller caller) {
    WorkItem item = items.lock(id, caller);
    claim(item, caller);
    return item;
  }

  private void claim(WorkItem item, Caller caller) {
    WorkItemState before = item.state();
    Optional<String> had = item.assignee();
    Optional<String> absent = substitutes.absentFor(caller, item);
    absent.ifPresentOrElse(person -> item.claimFor(person, caller.name()), () -> item.claim(caller.name()));
    if (before != item.state() || !had.equals(item.assignee())) {
      items.note(item, caller, before, "");
    }
  }

  private static Priority priority(long ordinal) {
    Priority[] all = Priority.values();
    return all[(int) Math.max(0, Math.min(all.length - 1L, ordinal))];
  }
}
