package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Step;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * A unit of human work: offered to a queue, claimed by one person, completed with an outcome.
 *
 * Guarded by the row's version: of two people who act at once, the second is told.
 */
@Entity
@Table(name = "work_item")
public class WorkItem {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  @Column(name = "step_id", updatable = false)
  private long stepId;

  @Column(name = "step_name", updatable = false)
  private String stepName;

  @Column(updatable = false)
  private String label;

  private String queue;

  private @Nullable String assignee;

  @Enumerated(EnumType.STRING)
  private WorkItemState state;

  @Enumerated(EnumType.ORDINAL)
  private Priority priority;

  @Column(name = "excluded_user", updatable = false)
  private @Nullable String excludedUser;

  private @Nullable String outcome;

  @Column(length = 4000)
  private @Nullable String comment;

  @Column(name = "entered_data", length = 1_000_000)
  private Values data;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected WorkItem() {}

  /**
   * @param excludedUser who may not work it (separation of duties); null when anybody may
   */
  public WorkItem(
      long id,
      FulfillmentFlow flow,
      Step step,
      String label,
      String queue,
      Priority priority,
      @Nullable String excludedUser,
      Instant now) {
    this.id = id;
    this.caseId = flow.caseId();
    this.flowId = flow.id();
    this.stepId = step.id();
    this.stepName = step.name();
    this.label = label;
    this.queue = queue;
    this.state = WorkItemState.OFFERED;
    this.priority = priority;
    this.excludedUser = excludedUser;
    this.data = Values.EMPTY;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  /**
   * A person takes the item. Claiming one's own item again changes nothing.
   *
   * @throws StaleRecord WORK-001 when another person has it, WORK-002 when it has ended
   * @throws ForbiddenAction WORK-003 when the person may not work it (separation of duties)
   */
  public void claim(String user) {
    requireOpen();
    requirePermitted(user);
    if (state == WorkItemState.CLAIMED) {
      if (!user.equals(assignee)) {
        throw new StaleRecord("WORK-001", "%s has claimed '%s'.".formatted(assignee, label));
      }
      return;
    }
    state = WorkItemState.TABLE.change(state, WorkItemState.CLAIMED);
    assignee = user;
  }

  /**
   * The person puts the item back into its queue.
   *
   * @throws StaleRecord WORK-002 when it has ended
   * @throws ForbiddenAction WORK-004 when the person does not have it
   */
  public void release(String user) {
    requireOpen();
    requireAssignee(user);
    state = WorkItemState.TABLE.change(state, WorkItemState.OFFERED);
    assignee = null;
  }

  /**
   * The person finishes the item.
   *
   * @throws StaleRecord WORK-002 when it has ended, WORK-005 when it changed since it was read
   * @throws ForbiddenAction WORK-003 or WORK-004
   */
  public void complete(
      String user, int seenVersion, String how, String said, Values entered, Instant now) {
    requireOpen();
    requireAssignee(user);
    requirePermitted(user);
    if (seenVersion != version) {
      throw new StaleRecord(
          "WORK-005", "'%s' changed since you opened it. Look at it again.".formatted(label));
    }
    state = WorkItemState.TABLE.change(state, WorkItemState.COMPLETED);
    outcome = how;
    comment = said;
    data = entered;
    endedAt = now;
  }

  /** The item is not needed any more. */
  public void cancel(String why, Instant now) {
    state = WorkItemState.TABLE.change(state, WorkItemState.CANCELED);
    comment = why;
    endedAt = now;
  }

  /** Whether the person may work the item under separation of duties. */
  public boolean permits(String user) {
    return !user.equals(excludedUser);
  }

  private void requirePermitted(String user) {
    if (!permits(user)) {
      throw new ForbiddenAction(
          "WORK-003", "The requester of a case may not work on '%s'; another person must.".formatted(label));
    }
  }

  private void requireAssignee(String user) {
    if (state != WorkItemState.CLAIMED || !user.equals(assignee)) {
      throw new ForbiddenAction("WORK-004", "Claim '%s' first.".formatted(label));
    }
  }

  private void requireOpen() {
    if (WorkItemState.TABLE.isFinal(state)) {
      String by = assignee == null ? "the system" : assignee;
      throw new StaleRecord("WORK-002", "'%s' is %s already, by %s.".formatted(label, state, by));
    }
  }

  public long caseId() {
    return caseId;
  }

  public long flowId() {
    return flowId;
  }

  public long stepId() {
    return stepId;
  }

  public String stepName() {
    return stepName;
  }

  public String label() {
    return label;
  }

  public String queue() {
    return queue;
  }

  public Optional<String> assignee() {
    return Optional.ofNullable(assignee);
  }

  public WorkItemState state() {
    return state;
  }

  public Priority priority() {
    return priority;
  }

  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  public Values data() {
    return data;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public int version() {
    return version;
  }
}
