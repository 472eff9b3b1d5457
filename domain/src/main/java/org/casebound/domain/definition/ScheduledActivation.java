package org.casebound.domain.definition;

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
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A version that is to become the active one of its process at a time, and what became of that: it stays as history.
 *
 * <p>A process has at most one that is open: one that waits, or one that was refused and that nobody has dealt with yet. The database holds that.
 */
@Entity
@Table(name = "scheduled_activation")
public class ScheduledActivation {
  /** How far ahead a version may be scheduled: two years. A slip in the year is not taken for a plan. */
  public static final Duration FARTHEST = Duration.ofDays(731);

  private static final int MAX_TEXT = 4000;

  @Id private long id;

  @Column(name = "process_name", updatable = false)
  private String processName;

  @Column(name = "process_version", updatable = false)
  private int processVersion;

  @Column(name = "effective_at", updatable = false)
  private Instant effectiveAt;

  @Column(name = "scheduled_by", updatable = false)
  private String scheduledBy;

  @Column(name = "scheduled_at", updatable = false)
  private Instant scheduledAt;

  @Column(updatable = false, length = MAX_TEXT)
  private String reason;

  @Enumerated(EnumType.STRING)
  private ActivationState state;

  @Column(length = MAX_TEXT)
  private String obstacle;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by")
  private @Nullable String endedBy;

  @Column(name = "end_reason", length = MAX_TEXT)
  private @Nullable String endReason;

  /** The process while this is open, nothing afterwards: unique, so that there is one. */
  @Column(name = "open_of")
  private @Nullable String openOf;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected ScheduledActivation() {}

  /**
   * A version is to become active.
   *
   * @param effectiveAt when: later than {@code now}, at most {@link #FARTHEST} later
   * @param who who said so
   * @param reason why; may be empty
   * @throws RuleViolation PROC-021 when the time is not ahead, or too far ahead
   */
  public ScheduledActivation(
      long id, String processName, int processVersion, Instant effectiveAt, String who, String reason, Instant now) {
    if (!effectiveAt.isAfter(now) || effectiveAt.isAfter(now.plus(FARTHEST))) {
      throw new RuleViolation(
          "PROC-021",
          "A version comes into force at a time from now to two years ahead; %s is not. Leave the time out to have it in force at once."
              .formatted(effectiveAt));
    }
    this.id = id;
    this.processName = processName;
    this.processVersion = processVersion;
    this.effectiveAt = effectiveAt;
    this.scheduledBy = who;
    this.scheduledAt = now;
    this.reason = reason;
    this.state = ActivationState.WAITING;
    this.obstacle = "";
    this.openOf = processName;
  }

  /** Its time has come and the version is active. */
  public void take(String who, Instant now) {
    requireWaiting();
    state = ActivationState.DONE;
    end(who, "", now);
  }

  /** Its time has come and something stood in the way. It stays open until somebody decides. */
  public void refuse(String why) {
    requireWaiting();
    state = ActivationState.REFUSED;
    obstacle = cut(why);
  }

  /** It is not to be any more: one that waits is called off, one that was refused is dealt with. */
  public void close(String who, String why, Instant now) {
    if (openOf == null) {
      throw new IllegalStateException("activation " + id + " has ended");
    }
    if (state == ActivationState.WAITING) {
      state = ActivationState.CALLED_OFF;
    }
    end(who, why, now);
  }

  private void requireWaiting() {
    if (state != ActivationState.WAITING) {
      throw new IllegalStateException("activation " + id + " is " + state);
    }
  }

  private void end(String who, String why, Instant now) {
    endedBy = who;
    endReason = cut(why);
    endedAt = now;
    openOf = null;
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  public long id() {
    return id;
  }

  public String processName() {
    return processName;
  }

  public int processVersion() {
    return processVersion;
  }

  public Instant effectiveAt() {
    return effectiveAt;
  }

  public String scheduledBy() {
    return scheduledBy;
  }

  public Instant scheduledAt() {
    return scheduledAt;
  }

  /** Why it was scheduled; may be empty. */
  public String reason() {
    return reason;
  }

  public ActivationState state() {
    return state;
  }

  /** What stood in the way when its time came; empty when nothing did. */
  public String obstacle() {
    return obstacle;
  }

  /** When it was over: the version became active, it was called off, or somebody dealt with the refusal. Empty before. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Who ended it; empty before. */
  public Optional<String> endedBy() {
    return Optional.ofNullable(endedBy);
  }

  /** Why it was ended; may be empty. */
  public String endReason() {
    return endReason == null ? "" : endReason;
  }

  /** Whether its time is still to come. */
  public boolean isWaiting() {
    return state == ActivationState.WAITING;
  }
}
