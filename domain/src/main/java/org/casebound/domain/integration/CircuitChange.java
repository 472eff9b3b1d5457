package org.casebound.domain.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of a connector's circuit: who, when, from, to, why. Never changed afterwards. */
@Entity
@Table(name = "circuit_change")
public class CircuitChange {
  @Id private long id;

  @Column(updatable = false)
  private String connector;

  @Column(name = "happened_at", updatable = false)
  private Instant happenedAt;

  @Column(updatable = false)
  private String actor;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state", updatable = false)
  private CircuitState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state", updatable = false)
  private CircuitState to;

  @Column(length = 4000, updatable = false)
  private String why;

  @SuppressWarnings("NullAway.Init")
  protected CircuitChange() {}

  /** The change that has brought the circuit to where it is. */
  public CircuitChange(long id, Circuit circuit, CircuitState from, Instant now) {
    this.id = id;
    this.connector = circuit.connector();
    this.happenedAt = now;
    this.actor = circuit.actor();
    this.from = from;
    this.to = circuit.state();
    this.why = circuit.reason();
  }

  public long id() {
    return id;
  }

  public String connector() {
    return connector;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String actor() {
    return actor;
  }

  public CircuitState from() {
    return from;
  }

  public CircuitState to() {
    return to;
  }

  public String why() {
    return why;
  }
}
