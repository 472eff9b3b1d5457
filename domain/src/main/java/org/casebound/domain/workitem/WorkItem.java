package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Step;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.jspecify.annotations.Nullable;

/**
 * A unit of human work: offered to a queue or to one person of it, claimed by one person, completed with an outcome. Who has it may
 * hand it over for good or delegate it; a delegate and a substitute work on behalf of another.
 *
 * <p>Separation of duties holds for whoever comes to have it, in whatever way, and for whom he acts. {@code by} is who decides something:
 * whoever has it or is acted for, or a lead. Guarded by the row's version: of two people who act at once, the second is told.
 */
@Entity
@Table(name = "work_item")
public class WorkItem extends WorkOrigin {
  @Id private long id;

  private String queue;

  private @Nullable String assignee;

  @Column(name = "on_behalf_of")
  private @Nullable String onBehalfOf;

  @Enumerated(EnumType.STRING)
  private WorkItemState state;

  @Enumerated(EnumType.ORDINAL)
  private Priority priority;

  @Column(name = "excluded_users", length = 16_000)
  private @Nullable String excludedUsers;

  @Embedded private @Nullable Promise promise;

  @Embedded private @Nullable Hold hold;

  @Embedded private Answer answer;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected WorkItem() {}

  /**
   * @param person the one person it is offered to; null: everybody of the queue
   * @param queue the queue it belongs to and falls back to
   * @param excluded who may not work it (separation of duties)
   */
  public WorkItem(
      long id,
      FulfillmentFlow flow,
      Step step,
      String label,
      @Nullable String person,
      String queue,
      Priority priority,
      ExcludedPeople excluded,
      Instant now) {
    super(flow, step, label, now);
    this.id = id;
    this.assignee = person != null && excluded.names().contains(person) ? null : person;
    this.queue = queue;
    this.state = WorkItemState.OFFERED;
    this.priority = priority;
    this.excludedUsers = excluded.stored().orElse(null);
    this.answer = Answer.NONE;
  }

  public long id() {
    return id;
  }

  /**
   * A person takes the item. Claiming one's own item again changes nothing.
   *
   * @throws StaleRecord WORK-001 when another person has it, WORK-002 when it has ended
   * @throws ForbiddenAction WORK-003 when the person may not work it (separation of duties), WORK-006 when it is offered to another
   *     person alone
   */
  public void claim(String user) {
    requireOpen();
    requirePermitted(user);
    if (assignee != null && !user.equals(assignee)) {
      throw state == WorkItemState.CLAIMED
          ? new StaleRecord("WORK-001", "%s has claimed '%s'.".formatted(assignee, label()))
          : new ForbiddenAction("WORK-006", "'%s' is offered to %s alone.".formatted(label(), assignee));
    }
    give(user, onBehalfOf);
  }

  /** The same, but until {@code leaseEnd} only, unless the person shows a sign of life. */
  public void claimUntil(String user, Instant leaseEnd) {
    claim(user);
    hold = Hold.leased(leaseEnd);
  }

  /**
   * Who was given the item until a time shows a sign of life. That is no change of the item: no page that shows it becomes stale.
   *
   * @return until when it is to be kept for him; empty when he has it for good
   * @throws ForbiddenAction WORK-004 when the person does not have it
   */
  public Optional<Instant> renewed(String user, Instant leaseEnd) {
    requireAssignee(user);
    return hold().flatMap(Hold::leaseUntil).map(former -> leaseEnd);
  }

  /** Gives the item back if it was kept for a person until a time that has come; whether it was. */
  public boolean expire(Instant now) {
    boolean over = isOpen() && hold().flatMap(Hold::leaseUntil).filter(end -> !end.isAfter(now)).isPresent();
    if (over) {
      offer(queue, onBehalfOf);
    }
    return over;
  }

  /**
   * The item is put off: lists leave it out until then.
   *
   * @param until null: it is not put off any longer
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-007 when {@code by} may not decide so
   */
  public void snooze(String by, boolean lead, @Nullable Instant until) {
    requireMayHandOver(by, lead);
    hold = until == null ? null : Hold.snoozed(until);
  }

  /**
   * A substitute takes what an absent person has or is offered alone.
   *
   * @throws StaleRecord WORK-001 when the absent person does not have it any more, WORK-002 when it has ended
   * @throws ForbiddenAction WORK-003 when the substitute may not work it (separation of duties)
   */
  public void claimFor(String absent, String substitute) {
    requireOpen();
    requirePermitted(substitute);
    if (!absent.equals(assignee)) {
      throw new StaleRecord("WORK-001", "%s does not have '%s' any more.".formatted(absent, label()));
    }
    give(substitute, absent);
  }

  /**
   * The person gives the item back: to whom he acts for, otherwise into its queue.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-004 when the person does not have it
   */
  public void release(String user) {
    requireOpen();
    requireAssignee(user);
    offer(queue, onBehalfOf);
  }

  /**
   * Another person has the item from now on, for good.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-003 when the new person may not work it, WORK-007 when {@code by} may not decide so
   */
  public void reassign(String by, boolean lead, String to) {
    requireMayHandOver(by, lead);
    requirePermitted(to);
    give(to, null);
  }

  /**
   * The item goes to everybody of a queue.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-007 when {@code by} may not decide so
   */
  public void moveTo(String by, boolean lead, String newQueue) {
    requireMayHandOver(by, lead);
    offer(newQueue, null);
  }

  /**
   * Another person works the item on behalf of whoever has it; releasing it gives it back to him.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-003 when the other person may not work it, WORK-004 when {@code by} does not have it
   * @throws RuleViolation WORK-008 when both are the same person
   */
  public void delegate(String by, String to) {
    requireOpen();
    requireAssignee(by);
    if (to.equals(by)) {
      throw new RuleViolation("WORK-008", "You have '%s' yourself; delegate it to another person.".formatted(label()));
    }
    requirePermitted(to);
    String principal = onBehalfOf == null ? by : onBehalfOf;
    give(to, principal.equals(to) ? null : principal);
  }

  /**
   * The item has another priority.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-007 when {@code by} is neither a lead nor has it nor is acted for
   */
  public void prioritize(String by, boolean lead, Priority newPriority) {
    requireMayHandOver(by, lead);
    priority = newPriority;
  }

  /**
   * More people may not work the item. One of them who has it, or is acted for, loses it to the queue.
   *
   * @return whether somebody lost it
   */
  public boolean exclude(Collection<String> people) {
    ExcludedPeople all = excluded().and(people);
    excludedUsers = all.stored().orElse(null);
    boolean lost = Stream.of(assignee(), onBehalfOf()).flatMap(Optional::stream).anyMatch(people::contains);
    if (lost) {
      offer(queue, null);
    }
    return lost;
  }

  /**
   * The person finishes the item.
   *
   * @throws StaleRecord WORK-002 when it has ended, WORK-005 when it changed since it was read
   * @throws ForbiddenAction WORK-003 or WORK-004
   */
  public void complete(String user, int seenVersion, Answer given, Instant now) {
    requireOpen();
    requireAssignee(user);
    requirePermitted(user);
    if (onBehalfOf != null) {
      requirePermitted(onBehalfOf);
    }
    if (seenVersion != version) {
      throw new StaleRecord("WORK-005", "'%s' changed since you opened it. Look at it again.".formatted(label()));
    }
    state = WorkItemState.TABLE.change(state, WorkItemState.COMPLETED);
    answer = given;
    endedAt = now;
  }

  /** It stands as before a change; WORK-002 when it has ended, WORK-003 when who had it may not work it any more. */
  public void putBack(Standing before) {
    requireOpen();
    before.people().forEach(this::requirePermitted);
    state = state == before.state() ? state : WorkItemState.TABLE.change(state, before.state());
    queue = before.queue();
    assignee = before.assignee();
    onBehalfOf = before.onBehalfOf();
    priority = before.priority();
    hold = before.hold();
  }

  /** The item is not needed any more. */
  public void cancel(String why, Instant now) {
    state = WorkItemState.TABLE.change(state, WorkItemState.CANCELED);
    answer = Answer.withdrawn(why);
    endedAt = now;
  }

  /** From now on this is promised. */
  public void promise(Promise promised) {
    promise = promised;
  }

  /** Whether the person may work the item under separation of duties. */
  public boolean permits(String user) {
    return !excluded().names().contains(user);
  }

  private void give(String user, @Nullable String principal) {
    if (state != WorkItemState.CLAIMED) {
      state = WorkItemState.TABLE.change(state, WorkItemState.CLAIMED);
    }
    assignee = user;
    onBehalfOf = principal;
    hold = null;
  }

  private void offer(String toQueue, @Nullable String person) {
    if (state != WorkItemState.OFFERED) {
      state = WorkItemState.TABLE.change(state, WorkItemState.OFFERED);
    }
    queue = toQueue;
    assignee = person;
    onBehalfOf = null;
    hold = null;
  }

  private void requirePermitted(String user) {
    if (!permits(user)) {
      throw new ForbiddenAction(
          "WORK-003", "%s may not work on '%s' (separation of duties); another person must.".formatted(user, label()));
    }
  }

  /**
   * Whoever has it, or is acted for, or leads, decides what becomes of it.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-007 when the user is none of them
   */
  public void requireMayHandOver(String user, boolean lead) {
    requireOpen();
    boolean has = state == WorkItemState.CLAIMED && (user.equals(assignee) || user.equals(onBehalfOf));
    if (!lead && !has) {
      throw new ForbiddenAction("WORK-007", "Only a lead, or who has '%s', may do this: claim it first.".formatted(label()));
    }
  }

  private void requireAssignee(String user) {
    if (state != WorkItemState.CLAIMED || !user.equals(assignee)) {
      throw new ForbiddenAction("WORK-004", "Claim '%s' first.".formatted(label()));
    }
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new StaleRecord("WORK-002", "'%s' is %s already, by %s.".formatted(label(), state, assignee().orElse("the system")));
    }
  }

  public String queue() {
    return queue;
  }

  /** Who has it; of an offered item the one person it is offered to. */
  public Optional<String> assignee() {
    return Optional.ofNullable(assignee);
  }

  /** For whom the assignee works. */
  public Optional<String> onBehalfOf() {
    return Optional.ofNullable(onBehalfOf);
  }

  public ExcludedPeople excluded() {
    return ExcludedPeople.parse(excludedUsers);
  }

  /** When it must be done; empty when nothing is promised. */
  public Optional<Promise> promise() {
    return Optional.ofNullable(promise);
  }

  /** What holds it back; empty when nothing does. */
  public Optional<Hold> hold() {
    return Optional.ofNullable(hold);
  }

  public WorkItemState state() {
    return state;
  }

  /** Whether it has not ended. */
  public boolean isOpen() {
    return !WorkItemState.TABLE.isFinal(state);
  }

  public Priority priority() {
    return priority;
  }

  /** What its assignee has decided; nothing while it is open. */
  public Answer answer() {
    return answer;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public int version() {
    return version;
  }
}
