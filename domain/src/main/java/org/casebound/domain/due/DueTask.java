package org.casebound.domain.due;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen at a time. A node that finds it due takes its lease by moving the due time, does it in a transaction
 * of its own and deletes the row in the same transaction; so it happens once, whichever node dies.
 *
 * <p>Whoever does it locks the flow or case first and the row last; whoever cancels or moves it does so under the same lock.
 */
@Entity
@Table(name = "due_task")
public class DueTask {
  private static final int MAX_MESSAGE = 4000;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  @Id private long id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private DueTaskKind kind;

  @Column(name = "case_id", updatable = false)
  private @Nullable Long caseId;

  @Column(name = "subject_id", updatable = false)
  private long subjectId;

  @Column(updatable = false)
  private String name;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(updatable = false, length = 1_000_000)
  private Values data;

  private int failures;

  @Column(length = MAX_MESSAGE)
  private String message;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected DueTask() {}

  /**
   * @param caseId the case it is about; null when it is about none
   * @param subjectId id of the record it is about, as its kind says: flow, step, work item, milestone or case
   * @param name tells several tasks of one subject apart, e.g. the name of a reminder; may be empty
   * @param data what the kind needs besides
   */
  public DueTask(
      long id, DueTaskKind kind, @Nullable Long caseId, long subjectId, String name, Instant dueAt, Values data) {
    this.id = id;
    this.kind = kind;
    this.caseId = caseId;
    this.subjectId = subjectId;
    this.name = name;
    this.dueAt = dueAt;
    this.data = data;
    this.message = "";
  }

  /** A node takes the lease: no other looks at the task before the lease ends. */
  public void lease(Instant leaseEnd) {
    dueAt = leaseEnd;
  }

  /** It is to happen at another time. */
  public void move(Instant newDue) {
    dueAt = newDue;
  }

  /** It failed; it comes again after a pause of 1, 2, 4, ... seconds, at most 15 minutes. */
  public void fail(String why, Instant now) {
    fail(why, LONGEST_PAUSE, now);
  }

  /** It failed; it comes again after a pause of 1, 2, 4, ... seconds, at most {@code longest}. */
  public void fail(String why, Duration longest, Instant now) {
    failures++;
    message = why.length() > MAX_MESSAGE ? why.substring(0, MAX_MESSAGE) : why;
    Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
    dueAt = now.plus(pause.compareTo(longest) < 0 ? pause : longest);
  }

  public long id() {
    return id;
  }

  public DueTaskKind kind() {
    return kind;
  }

  public Optional<Long> caseId() {
    return Optional.ofNullable(caseId);
  }

  public long subjectId() {
    return subjectId;
  }

  public String name() {
    return name;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public Values data() {
    return data;
  }

  /** How often it failed since it was made. */
  public int failures() {
    return failures;
  }

  /** Why it failed last; empty when it did not. */
  public String message() {
    return message;
  }

  public int version() {
    return version;
  }
}
