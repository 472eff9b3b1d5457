package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * One run of a fulfillment flow for one case. It keeps the version of the definition that it started with.
 *
 * <p>Guarded by its row: whoever advances a flow locks the row first, or notices at the end by the row's version that somebody
 * else came in between. Every event is counted in it, so the version tells of every change.
 */
@Entity
@Table(name = "fulfillment_flow")
public class FulfillmentFlow {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "request_id", updatable = false)
  private long requestId;

  @Column(name = "process_name", updatable = false)
  private String processName;

  @Column(name = "process_version")
  private int processVersion;

  @Column(updatable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  private FlowState state;

  private @Nullable String stage;

  @Column(name = "stages_entered")
  private int stagesEntered;

  private int events;

  @Column(length = 1_000_000)
  private Values variables;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(updatable = false)
  private int run;

  @Column(updatable = false)
  private int depth;

  @Column(name = "suspended_at")
  private @Nullable Instant suspendedAt;

  @Column(name = "timers_held")
  private boolean timersHeld;

  @Column(name = "clocks_paused")
  private boolean clocksPaused;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected FulfillmentFlow() {}

  /**
   * @param processName process whose bundle holds the definition
   * @param processVersion version of that process
   * @param name API name of the flow in the bundle
   * @param run which run of this flow for its case it is, counting from 1
   * @param depth how many flows led to its start by what they changed
   */
  public FulfillmentFlow(
      long id,
      long caseId,
      long requestId,
      String processName,
      int processVersion,
      String name,
      int run,
      int depth,
      Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.requestId = requestId;
    this.processName = processName;
    this.processVersion = processVersion;
    this.name = name;
    this.run = run;
    this.depth = depth;
    this.state = FlowState.NOT_STARTED;
    this.variables = Values.EMPTY;
    this.startedAt = now;
  }

  public long id() {
    return id;
  }

  /** Changes the state; the end is noted when the flow has ended. */
  public void change(FlowState next, Instant now) {
    state = FlowState.TABLE.change(state, next);
    endedAt = FlowState.TABLE.isFinal(next) ? now : null;
  }

  /** It goes on in another version of its definition. */
  public void migrate(int toVersion, Optional<String> newStage) {
    processVersion = toVersion;
    stage = newStage.orElse(null);
  }

  /** It stands still from now on. */
  public void suspended(boolean holdTimers, Instant now) {
    suspendedAt = now;
    timersHeld = holdTimers;
  }

  /** Whether the clocks of its case stand still because of its suspension. */
  public void pausedClocks(boolean paused) {
    clocksPaused = paused;
  }

  /** It does not stand still any more. */
  public void unsuspended() {
    suspendedAt = null;
    timersHeld = false;
  }

  /** The stage that is now in progress. */
  public void enter(String stageName) {
    stage = stageName;
    stagesEntered++;
  }

  /** How many stages the flow has entered so far, again entered ones counted again. */
  public int stagesEntered() {
    return stagesEntered;
  }

  /**
   * One more event is about to change the flow or something that belongs to it. Because it is counted here, the version of this
   * row tells of every such change, also of one that leaves the flow itself as it was.
   */
  public void happened() {
    events++;
  }

  /** Gives variables new values. */
  public void set(Map<String, Object> values) {
    variables = variables.with(values);
  }

  public long caseId() {
    return caseId;
  }

  public long requestId() {
    return requestId;
  }

  public String processName() {
    return processName;
  }

  public int processVersion() {
    return processVersion;
  }

  public String name() {
    return name;
  }

  /** Which run of this flow for its case it is, counting from 1. */
  public int run() {
    return run;
  }

  /** How many flows led to its start by what they changed; 0 when a person or a system made the change. */
  public int depth() {
    return depth;
  }

  /** Since when it is suspended; empty when it is not. */
  public Optional<Instant> suspendedAt() {
    return Optional.ofNullable(suspendedAt);
  }

  /** Whether its waits stand still while it is suspended. */
  public boolean timersHeld() {
    return timersHeld;
  }

  /** Whether the clocks of its case were stopped when it was suspended. */
  public boolean clocksPaused() {
    return clocksPaused;
  }

  public FlowState state() {
    return state;
  }

  public Optional<String> stage() {
    return Optional.ofNullable(stage);
  }

  public Values variables() {
    return variables;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
