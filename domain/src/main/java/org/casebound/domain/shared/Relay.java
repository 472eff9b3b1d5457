package org.casebound.domain.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * Which of the runners that take over from each other has a long job now. A runner is one run of a batch job on some node; only the
 * newest may go on, and the version of the record that holds this keeps an older one from committing.
 */
@Embeddable
public class Relay {
  /** Longer than any silence that is waited for. */
  private static final Duration LONG_AGO = Duration.ofDays(1);

  private int runner;

  @Column(name = "touched_at")
  private Instant touchedAt;

  @SuppressWarnings("NullAway.Init")
  protected Relay() {}

  /** Nobody has it yet; it waits for its first runner from now on. */
  public Relay(Instant now) {
    touchedAt = now;
  }

  /** Nobody has it any more: the next look finds it silent. */
  public void release(Instant now) {
    runner++;
    touchedAt = now.minus(LONG_AGO);
  }

  /**
   * A new runner takes it; whatever an older one still does is not committed.
   *
   * @return its number
   */
  public int handOver(Instant now) {
    runner++;
    touchedAt = now;
    return runner;
  }

  /** The runner gives a sign of life. */
  public void touch(Instant now) {
    touchedAt = now;
  }

  /** Whether the last runner has been silent for longer than that. */
  public boolean isSilent(Instant now, Duration silence) {
    return touchedAt.plus(silence).isBefore(now);
  }

  /** Whether this runner is the newest. */
  public boolean isRunBy(int asking) {
    return runner == asking;
  }
}
