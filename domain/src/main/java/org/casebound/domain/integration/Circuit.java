package org.casebound.domain.integration;

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
import org.jspecify.annotations.Nullable;

/**
 * Whether calls through a connector go out (specification, section G). It opens by itself when too many calls fail, and closes by
 * itself when a probe succeeds; a person stops and starts calls by hand. While it is not closed work parks without an incident;
 * once it is closed again the parked work resumes at a set rate. A connector without a circuit in the database has a closed one.
 */
@Entity
@Table(name = "connector_circuit")
public class Circuit {
  @Id private String connector;

  @Column(name = "jndi_name")
  private String jndiName;

  @Enumerated(EnumType.STRING)
  private CircuitState state;

  private Instant since;

  @Column(length = 4000)
  private String reason;

  private String actor;

  @Column(name = "probe_at")
  private @Nullable Instant probeAt;

  @Column(name = "probe_attempt")
  private @Nullable Long probeAttempt;

  @Column(name = "resumed_at")
  private @Nullable Instant resumedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Circuit() {}

  /**
   * A closed circuit.
   *
   * @param connector short name, see {@link IntegrationDefinition#connectorName()}
   * @param jndiName where its connection factory is bound
   */
  public Circuit(String connector, String jndiName, Instant now) {
    this.connector = connector;
    this.jndiName = jndiName;
    this.state = CircuitState.CLOSED;
    this.since = now;
    this.reason = "";
    this.actor = "";
  }

  /**
   * Too many calls failed.
   *
   * @param probe when to try first whether the back office works again
   * @throws org.casebound.domain.shared.RuleViolation STATE-001 when it is not closed
   */
  public void open(String why, String who, Instant probe, Instant now) {
    change(CircuitState.OPEN, why, who, now);
    probeAt = probe;
    resumedAt = null;
  }

  /**
   * A node takes the probe.
   *
   * @param giveUp when another node may take it over
   */
  public void probe(Instant giveUp) {
    if (state != CircuitState.HALF_OPEN) {
      state = CircuitState.TABLE.change(state, CircuitState.HALF_OPEN);
    }
    probeAttempt = null;
    probeAt = giveUp;
  }

  /** The health of the connector says nothing for sure: one parked try goes first. */
  public void send(long attemptId, Instant giveUp) {
    probeAttempt = attemptId;
    probeAt = giveUp;
  }

  /** The probe failed; {@link #since} and {@link #reason} stay those of the opening. */
  public void probeFailed(Instant next) {
    state = CircuitState.TABLE.change(state, CircuitState.OPEN);
    probeAttempt = null;
    probeAt = next;
  }

  /** Calls go out again; parked work resumes from now on. */
  public void close(String why, String who, Instant now) {
    change(CircuitState.CLOSED, why, who, now);
    resumedAt = now;
  }

  /** A person stops all calls. */
  public void stop(String why, String who, Instant now) {
    change(CircuitState.STOPPED, why, who, now);
    resumedAt = null;
  }

  /**
   * How many parked tries may resume now.
   *
   * @return 0 to the rate of one second
   */
  public int allowance(CircuitPolicy policy, Instant now) {
    if (resumedAt == null || !now.isAfter(resumedAt)) {
      return 0;
    }
    long millis = Math.min(Duration.between(resumedAt, now).toMillis(), 1000);
    return (int) (policy.resumeRate() * millis / 1000);
  }

  /** So many tries were given their turn; none means that nothing is parked any more. */
  public void resumed(int tries, Instant now) {
    resumedAt = tries == 0 ? null : now;
  }

  private void change(CircuitState next, String why, String who, Instant now) {
    state = CircuitState.TABLE.change(state, next);
    since = now;
    reason = why.length() > 4000 ? why.substring(0, 4000) : why;
    actor = who;
    probeAt = null;
    probeAttempt = null;
  }

  public String connector() {
    return connector;
  }

  public String jndiName() {
    return jndiName;
  }

  public CircuitState state() {
    return state;
  }

  /** When it opened, was stopped, or closed. */
  public Instant since() {
    return since;
  }

  /** Why; empty text when it never changed. */
  public String reason() {
    return reason;
  }

  /** Who did it: a user, or the system. */
  public String actor() {
    return actor;
  }

  /** When the next probe is due, or the present one is given up. */
  public Optional<Instant> probeAt() {
    return Optional.ofNullable(probeAt);
  }

  /** The parked try that goes out as the probe. */
  public Optional<Long> probeAttempt() {
    return Optional.ofNullable(probeAttempt);
  }

  /** Whether parked work is being resumed. */
  public boolean resuming() {
    return resumedAt != null;
  }
}
