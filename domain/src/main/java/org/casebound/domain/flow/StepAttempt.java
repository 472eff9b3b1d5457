package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * One try of a call: a line of the effect ledger. It is stored before the call leaves (the intent) and completed with the
 * outcome; all tries of one call carry the same idempotency key.
 *
 * At most one try of a step holds the lease. The id of the try and the owner of its lease are the fencing token: an outcome is
 * applied only while its try is still the running or accepted one and leased to the node that comes with it; a try that was given
 * up as LOST can not change the flow any more.
 */
@Entity
@Table(name = "step_attempt")
public class StepAttempt {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  @Column(name = "step_id", updatable = false)
  private long stepId;

  @Column(name = "step_name")
  private String stepName;

  @Column(updatable = false)
  private String element;

  @Column(updatable = false)
  private String integration;

  @Column(updatable = false)
  private String connector;

  @Column(name = "attempt_number", updatable = false)
  private int number;

  @Column(name = "series_start", updatable = false)
  private int seriesStart;

  @Column(name = "idempotency_key", updatable = false)
  private String idempotencyKey;

  @Column(updatable = false, length = 1_000_000)
  private Values input;

  @Column(name = "verify_first", updatable = false)
  private boolean verifyFirst;

  @Enumerated(EnumType.STRING)
  private AttemptState state;

  @Column(name = "lease_owner")
  private @Nullable String leaseOwner;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  private @Nullable String reference;

  @Column(length = 4000)
  private String message;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(length = 2_100_000)
  private Values payload;

  @Column(name = "parked_at")
  private @Nullable Instant parkedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected StepAttempt() {}

  /**
   * A first try, planned for now.
   *
   * @param connector short name of the connector
   * @param idempotencyKey the same for all tries of the call
   */
  public StepAttempt(
      long id,
      FulfillmentFlow flow,
      Step step,
      Decision.CallPlaced call,
      String connector,
      String idempotencyKey,
      Instant now) {
    this.id = id;
    this.caseId = flow.caseId();
    this.flowId = flow.id();
    this.stepId = step.id();
    this.stepName = step.name();
    this.element = call.element();
    this.integration = call.integration();
    this.connector = connector;
    this.number = 1;
    this.seriesStart = 1;
    this.idempotencyKey = idempotencyKey;
    this.input = new Values(call.input());
    this.state = AttemptState.PLANNED;
    this.dueAt = now;
    this.payload = Values.EMPTY;
    this.message = "";
    this.startedAt = now;
  }

  private StepAttempt(
      long id, StepAttempt previous, int seriesStart, boolean verifyFirst, Instant dueAt, Instant now) {
    this.id = id;
    this.caseId = previous.caseId;
    this.flowId = previous.flowId;
    this.stepId = previous.stepId;
    this.stepName = previous.stepName;
    this.element = previous.element;
    this.integration = previous.integration;
    this.connector = previous.connector;
    this.number = previous.number + 1;
    this.seriesStart = seriesStart;
    this.idempotencyKey = previous.idempotencyKey;
    this.input = previous.input;
    this.verifyFirst = verifyFirst;
    this.state = AttemptState.PLANNED;
    this.dueAt = dueAt;
    this.payload = Values.EMPTY;
    this.message = "";
    this.startedAt = now;
  }

  public long id() {
    return id;
  }

  /**
   * The next try of the same call, under the same key.
   *
   * @param verify whether to ask the back office first if an earlier try had its effect
   * @param due when it may run
   */
  public StepAttempt next(long newId, boolean verify, Instant due, Instant now) {
    return new StepAttempt(newId, this, seriesStart, verify, due, now);
  }

  /** The next try of the same call because a person asked for it: under the same key, but the tries are counted anew. */
  public StepAttempt resumed(long newId, Instant now) {
    return new StepAttempt(newId, this, number + 1, true, now, now);
  }

  /**
   * The next try of the same call after calls to its back office were stopped: what failed meanwhile is not held against it, so the
   * tries are counted anew.
   *
   * @param verify whether to ask the back office first if an earlier try had its effect
   */
  public StepAttempt renewed(long newId, boolean verify, Instant now) {
    return new StepAttempt(newId, this, number + 1, verify, now, now);
  }

  /**
   * The next try of the same call after one that could not even be begun, because there was no room for it: this one takes its place and
   * counts as the same try. What was in doubt before still is.
   *
   * @param due when it may run
   */
  public StepAttempt again(long newId, Instant due, Instant now) {
    return new StepAttempt(newId, this, seriesStart + 1, verifyFirst, due, now);
  }

  /**
   * Whether a step that a person resumes goes on with this call, under its key. It does not when the back office refused the call
   * for good, nor when the call says something else now: then it is another call, with a key of its own. But while it is in doubt
   * whether this one had its effect, that is settled first.
   *
   * @param wanted what the call would say now
   */
  public boolean goesOnWith(Values wanted) {
    boolean doubt = verifyFirst || EnumSet.of(AttemptState.UNKNOWN, AttemptState.LOST, AttemptState.WITHDRAWN).contains(state);
    return state != AttemptState.REJECTED && (doubt || input.equals(wanted));
  }

  /** Tries made in this series, this one included; 1 or more. */
  public int tries() {
    return number - seriesStart + 1;
  }

  /**
   * A node takes the lease: of a planned try, of one whose acknowledgement is overdue, or of its own one to prolong it.
   *
   * @throws RuleViolation STATE-001 when the try has ended
   */
  public void lease(String node, Instant leaseEnd, Instant now) {
    if (!open()) {
      state = AttemptState.TABLE.change(state, AttemptState.RUNNING);
      startedAt = now;
      message = "";
    }
    leaseOwner = node;
    dueAt = leaseEnd;
  }

  /**
   * The back office accepted the call, or says again that it did; the answer comes later.
   *
   * @throws RuleViolation STATE-001 when the try has ended
   */
  public void accept(String givenReference, Instant acknowledgementDue) {
    if (state != AttemptState.ACCEPTED) {
      state = AttemptState.TABLE.change(state, AttemptState.ACCEPTED);
    }
    reference = givenReference;
    leaseOwner = null;
    dueAt = acknowledgementDue;
  }

  /**
   * The try has ended.
   *
   * @throws RuleViolation STATE-001 when it had ended before
   */
  public void end(AttemptState how, String why, Instant now) {
    state = AttemptState.TABLE.change(state, how);
    message = why.length() > 4000 ? why.substring(0, 4000) : why;
    leaseOwner = null;
    dueAt = null;
    parkedAt = null;
    endedAt = now;
  }

  /**
   * The try does not go out now, because calls to its back office are stopped. It waits for its turn; nothing was tried.
   *
   * @param why for people
   * @throws RuleViolation STATE-001 when it has left or ended
   */
  public void park(String why, Instant now) {
    if (state != AttemptState.PLANNED) {
      throw new RuleViolation("STATE-001", "A try that is %s can not be parked.".formatted(state));
    }
    message = why;
    leaseOwner = null;
    dueAt = null;
    parkedAt = now;
  }

  /** A parked try has its turn. */
  public void unpark(Instant now) {
    message = "";
    dueAt = now;
    parkedAt = null;
  }

  /** The try does not go out now; whether it may is asked again at the due time. */
  public void postpone(String why, Instant due) {
    message = why;
    leaseOwner = null;
    dueAt = due;
  }

  /** What was sent and answered, as far as it is kept. */
  public void keep(Values newPayload) {
    payload = newPayload;
  }

  /** Asking for an overdue acknowledgement has to wait: calls to the back office are stopped. */
  public void askLater(Instant due) {
    leaseOwner = null;
    dueAt = due;
  }

  /** The definition that the flow goes on in calls the step so. */
  public void rename(String newStepName) {
    stepName = newStepName;
  }

  /** A planned try keeps still: its flow is suspended. */
  public void hold() {
    dueAt = null;
    parkedAt = null;
  }

  /** A held try may run. */
  public void release(Instant now) {
    dueAt = now;
  }

  /** Whether the node is the one whose outcome of this try may still change the flow. */
  public boolean isLeasedTo(String node) {
    return open() && node.equals(leaseOwner);
  }

  /** Whether an outcome of this try may still change the flow. */
  public boolean open() {
    return state == AttemptState.RUNNING || state == AttemptState.ACCEPTED;
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

  public String element() {
    return element;
  }

  public String integration() {
    return integration;
  }

  public String connector() {
    return connector;
  }

  public int number() {
    return number;
  }

  public String idempotencyKey() {
    return idempotencyKey;
  }

  public Values input() {
    return input;
  }

  public boolean verifyFirst() {
    return verifyFirst;
  }

  public AttemptState state() {
    return state;
  }

  public Optional<String> leaseOwner() {
    return Optional.ofNullable(leaseOwner);
  }

  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  public String message() {
    return message;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** What was sent ({@code request}) and answered ({@code reply}), as far as it is kept. */
  public Values payload() {
    return payload;
  }

  /** Since when it waits for calls to go out again. */
  public Optional<Instant> parkedAt() {
    return Optional.ofNullable(parkedAt);
  }
}
