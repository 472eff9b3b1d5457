package org.casebound.domain.cases;

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
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.calendar.SlaClock;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * A promised time of a case, as its process declares it: it runs in business time from the filing, or from a reopening, until it is
 * reached. What it promises stands in the definition of the version that the case was filed under.
 *
 * <p>Not thread-safe; guarded by the lock of the case's row.
 */
@Entity
@Table(name = "milestone")
public class Milestone {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(updatable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  private MilestoneState state;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "warn_at")
  private @Nullable Instant warnAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(length = 1_000_000)
  private Values pauses;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Milestone() {}

  /**
   * A promised time that runs from now on.
   *
   * @throws RuleViolation CAL-004 when the calendar has no working time within ten years
   */
  public Milestone(long id, long caseId, MilestoneDefinition definition, BusinessCalendar calendar, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.name = definition.name();
    this.state = MilestoneState.RUNNING;
    this.startedAt = now;
    this.pauses = Values.EMPTY;
    this.dueAt = calendar.add(now, definition.within());
    this.warnAt = untilWarning(definition).map(time -> calendar.add(now, time)).orElse(null);
  }

  /** Business time from the start to the warning; empty when there is none, or it would come before the start. */
  private static Optional<Duration> untilWarning(MilestoneDefinition definition) {
    return definition.warnBefore().map(definition.within()::minus).filter(time -> !time.isNegative());
  }

  /** Whether its clock can be stopped: it runs and its time is not over. */
  public boolean pausable(Instant now) {
    return state == MilestoneState.RUNNING && !overdue(now);
  }

  /**
   * Stops its clock; it is due and warns the later the longer it stands.
   *
   * @throws RuleViolation STATE-001 when it does not run, SLA-004 when its time is over
   */
  public void pause(String reason, Instant now) {
    if (state == MilestoneState.RUNNING && overdue(now)) {
      throw new RuleViolation("SLA-004", "The time of milestone '%s' is over; it can not be paused any more.".formatted(name));
    }
    state = MilestoneState.TABLE.change(state, MilestoneState.PAUSED);
    pauses = StoredPauses.write(clock().pause(reason, now));
    dueAt = null;
  }

  /**
   * Lets its clock run again.
   *
   * @throws RuleViolation STATE-001 when it is not paused
   */
  public void resume(MilestoneDefinition definition, BusinessCalendar calendar, Instant now) {
    state = MilestoneState.TABLE.change(state, MilestoneState.RUNNING);
    SlaClock clock = clock().resume(now);
    pauses = StoredPauses.write(clock);
    dueAt = clock.due(calendar, definition.within()).orElseThrow();
    if (warnAt != null) {
      warnAt = untilWarning(definition).flatMap(time -> clock.due(calendar, time)).orElse(null);
    }
  }

  /** People were warned; that happens once. */
  public void warned() {
    warnAt = null;
  }

  /**
   * Its time is over.
   *
   * @throws RuleViolation STATE-001 when it does not run
   */
  public void violate() {
    state = MilestoneState.TABLE.change(state, MilestoneState.VIOLATED);
  }

  /**
   * What was promised has happened, in time or late.
   *
   * @throws RuleViolation STATE-001 when it has ended
   */
  public void reach(Instant now) {
    end(late(now) ? MilestoneState.REACHED_LATE : MilestoneState.REACHED, now);
  }

  /**
   * The case was closed before it was reached.
   *
   * @throws RuleViolation STATE-001 when it has ended
   */
  public void abandon(Instant now) {
    end(late(now) ? MilestoneState.MISSED : MilestoneState.CANCELED, now);
  }

  private boolean late(Instant now) {
    return state == MilestoneState.VIOLATED || overdue(now);
  }

  private boolean overdue(Instant now) {
    return dueAt != null && !now.isBefore(dueAt);
  }

  private void end(MilestoneState how, Instant now) {
    state = MilestoneState.TABLE.change(state, how);
    endedAt = now;
    if (clock().isPaused()) {
      pauses = StoredPauses.write(clock().resume(now));
    }
  }

  /** What it is measured by. */
  public SlaClock clock() {
    return StoredPauses.read(startedAt, pauses);
  }

  /**
   * Business time that is left, or was left when it ended; negative when it is late.
   *
   * @throws RuleViolation CAL-004 when the calendar has no working time within ten years
   */
  public Duration remaining(MilestoneDefinition definition, BusinessCalendar calendar, Instant now) {
    return clock().remaining(calendar, definition.within(), endedAt == null ? now : endedAt);
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  public String name() {
    return name;
  }

  public MilestoneState state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** When its time is over; empty while it is paused. */
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** When people are to be warned; empty while it is paused, when there is no warning and after it was given. */
  public Optional<Instant> warnAt() {
    return Optional.ofNullable(warnAt).filter(at -> state != MilestoneState.PAUSED);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
