package org.casebound.fulfillment.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Relay;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the cases whose time has come. It needs no checkpoint: what is done is not due any more, so a runner that takes over
 * goes on with the rest.
 */
@Entity
@Table(name = "retention_run")
public class RetentionRun {
  private static final int MOST_FAILURES = 3;
  private static final int MAX_MESSAGE = 4000;

  @Id private long id;

  @Enumerated(EnumType.STRING)
  private RetentionRunState state;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Embedded private Relay relay;

  private int due;
  private int erased;
  private int purged;
  private int failures;

  @Column(length = MAX_MESSAGE)
  private String message;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected RetentionRun() {}

  /** A run that nobody has taken yet. */
  public RetentionRun(long id, String requestedBy, Instant now) {
    this.id = id;
    this.requestedBy = requestedBy;
    this.requestedAt = now;
    this.state = RetentionRunState.RUNNING;
    this.message = "";
    this.relay = new Relay(now);
    relay.release(now);
  }

  /** Whether it needs a runner: the last one has been silent for so long. */
  public boolean needsRunner(Instant now, Duration silence) {
    return state == RetentionRunState.RUNNING && relay.isSilent(now, silence);
  }

  /**
   * A new runner takes it; whatever an older one still does is not committed.
   *
   * @param stillDue how many cases it has before it
   */
  public int handOver(int stillDue, Instant now) {
    due = erased + purged + stillDue;
    return relay.handOver(now);
  }

  /** Whether this runner may go on. */
  public boolean isRunBy(int asking) {
    return state == RetentionRunState.RUNNING && relay.isRunBy(asking);
  }

  /** Some cases are done. */
  public void advance(int newlyErased, int newlyPurged, Instant now) {
    erased += newlyErased;
    purged += newlyPurged;
    failures = 0;
    message = "";
    relay.touch(now);
  }

  /** A runner failed; nothing of its last chunk was kept. Another one tries it, unless that was tried often enough. */
  public void fail(String why, Instant now) {
    failures++;
    message = why.length() > MAX_MESSAGE ? why.substring(0, MAX_MESSAGE) : why;
    if (failures >= MOST_FAILURES) {
      state = RetentionRunState.FAILED;
      endedAt = now;
    } else {
      relay.release(now);
    }
  }

  /** Nothing is due any more. */
  public void end(Instant now) {
    state = RetentionRunState.ENDED;
    endedAt = now;
  }

  public long id() {
    return id;
  }

  public RetentionRunState state() {
    return state;
  }

  public String requestedBy() {
    return requestedBy;
  }

  /** What was due then is done by this run. */
  public Instant requestedAt() {
    return requestedAt;
  }

  /** How many cases it is about: those that are done, and those that were due when its runner began. */
  public int due() {
    return due;
  }

  public int erased() {
    return erased;
  }

  public int purged() {
    return purged;
  }

  /** Why a runner failed last; empty otherwise. */
  public String message() {
    return message;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
