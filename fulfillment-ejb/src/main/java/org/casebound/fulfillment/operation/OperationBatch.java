package org.casebound.fulfillment.operation;

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
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Relay;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done to many incidents or flows, at a limited rate. Its list was made when it was asked for. Runners take over from
 * each other, each for as many targets as the rate lets it begin at once; a target gets its result in the transaction that acts on it, so
 * after a crash the next runner goes on with the first one that has none.
 */
@Entity
@Table(name = "operation_batch")
public class OperationBatch {
  private static final int SECONDS = 60;

  @Id private long id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private BatchAction action;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private BatchTarget target;

  @Column(updatable = false, length = 4000)
  private Values filter;

  @Column(updatable = false, length = 4000)
  private String reason;

  @Column(updatable = false)
  private @Nullable String outcome;

  @Column(name = "rate_per_minute", updatable = false)
  private int ratePerMinute;

  @Enumerated(EnumType.STRING)
  private BatchState state;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(updatable = false)
  private int targets;

  @Column(name = "next_at")
  private Instant nextAt;

  private int starts;

  @Embedded private Relay relay;

  @Column(length = 4000)
  private String message;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected OperationBatch() {}

  /**
   * A batch that nobody has begun.
   *
   * @param targets how many targets its list has
   */
  public OperationBatch(long id, BatchRequest request, int targets, String requestedBy, Instant now) {
    this.id = id;
    this.action = request.action();
    this.target = request.target();
    this.filter = new Values(Map.copyOf(request.filter()));
    this.reason = request.reason().strip();
    this.outcome = request.outcome().orElse(null);
    this.ratePerMinute = request.ratePerMinute();
    this.state = BatchState.RUNNING;
    this.requestedBy = requestedBy;
    this.requestedAt = now;
    this.targets = targets;
    this.nextAt = now;
    this.starts = 1;
    this.relay = new Relay(now);
    this.message = "";
    relay.release(now);
  }

  /** Whether it needs a runner: the rate lets it go on, and the last runner has ended or been silent for so long. */
  public boolean needsRunner(Instant now, Duration silence) {
    return state == BatchState.RUNNING && !nextAt.isAfter(now) && relay.isSilent(now, silence);
  }

  /** A new runner takes it, for {@link #portion} targets; the next one may begin when the rate permits more. */
  public int handOver(Instant now) {
    nextAt = now.plusMillis(Duration.ofSeconds(SECONDS).toMillis() * portion() / ratePerMinute);
    return relay.handOver(now);
  }

  /** How many targets one runner takes: what the rate lets begin in a second, at least one. */
  public int portion() {
    return Math.max(1, ratePerMinute / SECONDS);
  }

  /** Whether this runner may go on. */
  public boolean isRunBy(int asking) {
    return state == BatchState.RUNNING && relay.isRunBy(asking);
  }

  /** A runner acted on a target. */
  public void touch(Instant now) {
    relay.touch(now);
  }

  /** A runner came to its end; the next look finds no other one. */
  public void release(Instant now) {
    relay.release(now);
  }

  /** @throws RuleViolation BATCH-006 when it is not running */
  public void pause(String user) {
    require(state == BatchState.RUNNING, "paused");
    state = BatchState.PAUSED;
    message = "Paused by " + user + ".";
  }

  /** @throws RuleViolation BATCH-006 when it is not paused */
  public void resume(Instant now) {
    require(state == BatchState.PAUSED, "resumed");
    state = BatchState.RUNNING;
    message = "";
    lookAgain(now);
  }

  /** @throws RuleViolation BATCH-006 when it has ended */
  public void cancel(String user, Instant now) {
    require(state == BatchState.RUNNING || state == BatchState.PAUSED, "canceled");
    state = BatchState.CANCELED;
    message = "Canceled by " + user + ".";
    lookAgain(now);
  }

  private void lookAgain(Instant now) {
    starts++;
    nextAt = now;
    relay.release(now);
  }

  private void require(boolean fits, String verb) {
    if (!fits) {
      throw new RuleViolation("BATCH-006", "A batch that is %s can not be %s.".formatted(state, verb));
    }
  }

  /** Nothing more will become of any target. */
  public void end(Instant now) {
    if (state == BatchState.RUNNING) {
      state = BatchState.ENDED;
    }
    endedAt = now;
  }

  public long id() {
    return id;
  }

  public BatchAction action() {
    return action;
  }

  public BatchTarget target() {
    return target;
  }

  /** Parameters of the filter that its list was made with. */
  public Values filter() {
    return filter;
  }

  public String reason() {
    return reason;
  }

  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  public int ratePerMinute() {
    return ratePerMinute;
  }

  public BatchState state() {
    return state;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public int targets() {
    return targets;
  }

  /** When the rate permits to begin more. */
  public Instant nextAt() {
    return nextAt;
  }

  /** How often people started it: looks that were planned before do not count. */
  public int starts() {
    return starts;
  }

  /** Who let it stand still or ended it; empty otherwise. */
  public String message() {
    return message;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
