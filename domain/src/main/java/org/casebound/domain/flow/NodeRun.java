package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One run of a server node, from its start on: what leases of tries name. The node says again and again that it lives; a run that has
 * been silent for as long as a lease is taken for dead. Nothing depends on this row but what people are shown.
 */
@Entity
@Table(name = "node_run")
public class NodeRun {
  @Id private String name;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @SuppressWarnings("NullAway.Init")
  protected NodeRun() {}

  /** A run that begins. */
  public NodeRun(String name, Instant now) {
    this.name = name;
    this.startedAt = now;
    this.seenAt = now;
  }

  /** Whether it has given a sign of life not longer ago than {@code lease}. */
  public boolean lives(Duration lease, Instant now) {
    return !seenAt.plus(lease).isBefore(now);
  }

  public String name() {
    return name;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Instant seenAt() {
    return seenAt;
  }
}
