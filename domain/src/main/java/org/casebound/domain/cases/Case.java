package org.casebound.domain.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request being worked: filed as NEW and owned by its process's queue, worked by a flow or by hand, closed with a
 * resolution. Its service catalog request is saved with it in one transaction and is a record of its own.
 *
 * <p>Not thread-safe; guarded by the row's version.
 */
// "Case" is a word of the query language, so the entity has another name there.
@Entity(name = "ServiceCase")
@Table(name = "service_case")
public class Case {
  /** Longest subject, in characters. */
  public static final int MAX_SUBJECT = 255;

  /** Longest reason for closing, in characters. */
  public static final int MAX_REASON = 4000;

  @Id private long id;

  @Column(name = "process_name", updatable = false)
  private String processName;

  @Column(name = "process_version", updatable = false)
  private int processVersion;

  private String subject;

  @Column(updatable = false)
  private String requester;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  @Enumerated(EnumType.STRING)
  private @Nullable Resolution resolution;

  @Column(name = "close_reason", length = MAX_REASON)
  private @Nullable String closeReason;

  @Enumerated(EnumType.ORDINAL)
  private Priority priority;

  @Enumerated(EnumType.STRING)
  @Column(name = "owner_kind")
  private Owner.Kind ownerKind;

  @Column(name = "owner_name")
  private String ownerName;

  @Column(name = "home_queue")
  private String homeQueue;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "escalated_at")
  private @Nullable Instant escalatedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Case() {}

  /**
   * A new case in the queue of its process.
   *
   * @param subject 1 to {@value #MAX_SUBJECT} characters
   * @throws RuleViolation CASE-001 when the subject is empty or too long
   */
  public Case(
      long id,
      String processName,
      int processVersion,
      String subject,
      String requester,
      Priority priority,
      String queue,
      Instant now) {
    this.id = id;
    this.processName = processName;
    this.processVersion = processVersion;
    this.subject = checkedSubject(subject);
    this.requester = requester;
    this.priority = priority;
    this.ownerKind = Owner.Kind.QUEUE;
    this.ownerName = queue;
    this.homeQueue = queue;
    this.status = CaseStatus.NEW;
    this.createdAt = now;
  }

  private static String checkedSubject(String text) {
    if (text.isBlank() || text.length() > MAX_SUBJECT) {
      throw new RuleViolation("CASE-001", "A subject has 1 to %d characters.".formatted(MAX_SUBJECT));
    }
    return text;
  }

  /**
   * Checks a value that a flow gives to a field of a case.
   *
   * @param field {@code subject} or {@code priority}
   * @throws RuleViolation CASE-001 for a bad subject, CASE-009 for a bad priority, CASE-010 for another field
   */
  public static void requireValid(String field, Object value) {
    String text = String.valueOf(value);
    if (field.equals("subject")) {
      checkedSubject(text);
    } else if (!field.equals("priority")) {
      throw new RuleViolation("CASE-010", "A flow can not change the field '%s' of a case.".formatted(field));
    } else if (Arrays.stream(Priority.values()).noneMatch(known -> known.name().equals(text))) {
      throw new RuleViolation(
          "CASE-009", "'%s' is no priority; use one of %s.".formatted(text, Arrays.toString(Priority.values())));
    }
  }

  /** Moves the case to the status that its flows' progress gives it. A closed case stays closed, one that a rule escalated stays so. */
  public void progress(CaseStatus next) {
    if (status != next && status != CaseStatus.CLOSED && escalatedAt == null) {
      status = CaseStatus.TABLE.change(status, next);
    }
  }

  /**
   * A rule or a person asks for attention: the case is ESCALATED until a person takes it over, or it is closed.
   *
   * @throws StaleRecord CASE-005 when it is closed
   */
  public void escalate(Instant now) {
    requireOpen();
    progress(CaseStatus.ESCALATED);
    escalatedAt = escalatedAt == null ? now : escalatedAt;
  }

  /**
   * Closes the case.
   *
   * @throws RuleViolation STATE-001 when it is closed
   */
  public void close(Resolution how, String reason, Instant now) {
    status = CaseStatus.TABLE.change(status, CaseStatus.CLOSED);
    resolution = how;
    closeReason = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    closedAt = now;
    escalatedAt = null;
  }

  /**
   * Takes up a closed case again: it waits in its queue to be worked by hand.
   *
   * @throws StaleRecord CASE-011 when it is open
   */
  public void reopen() {
    if (status != CaseStatus.CLOSED) {
      throw new StaleRecord("CASE-011", "Case %s is open.".formatted(number()));
    }
    status = CaseStatus.TABLE.change(status, CaseStatus.IN_PROGRESS);
    resolution = null;
    closeReason = null;
    closedAt = null;
    ownerKind = Owner.Kind.QUEUE;
    ownerName = homeQueue;
  }

  /**
   * Gives the case to a person, who then has it as if he had taken it, or moves it to another queue, which is its home from then on.
   *
   * @throws StaleRecord CASE-005 when it is closed
   */
  public void assign(Owner to) {
    requireOpen();
    ownerKind = to.kind();
    ownerName = to.name();
    if (to.kind() == Owner.Kind.QUEUE) {
      homeQueue = to.name();
    } else {
      begin();
    }
  }

  /** A person has it now: what asked for attention has it. */
  private void begin() {
    boolean escalated = escalatedAt != null;
    escalatedAt = null;
    if (escalated || status == CaseStatus.NEW) {
      progress(CaseStatus.IN_PROGRESS);
    }
  }

  /**
   * A person takes the case from its queue.
   *
   * @throws StaleRecord CASE-002 when another person has it
   */
  public void take(String user) {
    requireOpen();
    if (ownerKind == Owner.Kind.USER && !ownerName.equals(user)) {
      throw new StaleRecord("CASE-002", "%s has taken case %s.".formatted(ownerName, number()));
    }
    assign(Owner.user(user));
    progress(CaseStatus.IN_PROGRESS);
  }

  /**
   * The owner gives the case back to its queue.
   *
   * @throws ForbiddenAction CASE-003 when the caller is not its owner
   */
  public void giveBack(String user) {
    requireOpen();
    requireOwner(user);
    ownerKind = Owner.Kind.QUEUE;
    ownerName = homeQueue;
  }

  /**
   * Checks that the person owns the case.
   *
   * @throws ForbiddenAction CASE-003 otherwise
   */
  public void requireOwner(String user) {
    if (ownerKind != Owner.Kind.USER || !ownerName.equals(user)) {
      throw new ForbiddenAction("CASE-003", "Take case %s first.".formatted(number()));
    }
  }

  /**
   * Checks that the caller saw the case as it is now.
   *
   * @throws StaleRecord CASE-004 otherwise
   */
  public void requireVersion(int seen) {
    if (seen != version) {
      throw new StaleRecord(
          "CASE-004", "Case %s changed since you read it. Read it again.".formatted(number()));
    }
  }

  /**
   * Checks that the case is not closed.
   *
   * @throws StaleRecord CASE-005 otherwise
   */
  public void requireOpen() {
    if (status == CaseStatus.CLOSED) {
      throw new StaleRecord("CASE-005", "Case %s is closed.".formatted(number()));
    }
  }

  /** Gives the case another subject; same rule as at filing. */
  public void rename(String newSubject) {
    subject = checkedSubject(newSubject);
  }

  /** Gives the case another priority. */
  public void prioritize(Priority newPriority) {
    priority = newPriority;
  }

  /** Gives the case that priority if its own is lower. */
  public void raiseTo(Priority least) {
    priority = least.compareTo(priority) > 0 ? least : priority;
  }

  public long id() {
    return id;
  }

  /** The number that people use. */
  public CaseNumber number() {
    return new CaseNumber(id());
  }

  public String processName() {
    return processName;
  }

  public int processVersion() {
    return processVersion;
  }

  public String subject() {
    return subject;
  }

  public String requester() {
    return requester;
  }

  public CaseStatus status() {
    return status;
  }

  public Optional<Resolution> resolution() {
    return Optional.ofNullable(resolution);
  }

  public Optional<String> closeReason() {
    return Optional.ofNullable(closeReason);
  }

  public Priority priority() {
    return priority;
  }

  public Owner owner() {
    return new Owner(ownerKind, ownerName);
  }

  /** The queue whose people work it by hand. */
  public String homeQueue() {
    return homeQueue;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Since when a rule asks for attention; empty when none does. */
  public Optional<Instant> escalatedAt() {
    return Optional.ofNullable(escalatedAt);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public int version() {
    return version;
  }
}
