package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** When work must be done; while its clock stands still, how much time is left instead. Immutable. */
@Embeddable
public class Promise {
  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "time_left_millis")
  private @Nullable Long timeLeftMillis;

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  protected Promise() {}

  private Promise(@Nullable Instant dueAt, @Nullable Duration timeLeft, @Nullable Instant remindedAt) {
    this.dueAt = dueAt;
    this.timeLeftMillis = timeLeft == null ? null : timeLeft.toMillis();
    this.remindedAt = remindedAt;
  }

  /** It must be done then. */
  public static Promise due(Instant dueAt) {
    return new Promise(dueAt, null, null);
  }

  /** The clock stands still; what is late stays late. */
  public Promise paused(BusinessCalendar calendar, Instant now) {
    return dueAt != null && dueAt.isAfter(now) ? new Promise(null, calendar.between(now, dueAt), remindedAt) : this;
  }

  /** The clock goes on: due as much later as it stood still. */
  public Promise resumed(BusinessCalendar calendar, Instant now) {
    return timeLeft().map(left -> new Promise(calendar.add(now, left), null, remindedAt)).orElse(this);
  }

  /** Whoever has the work, or may claim it, was reminded. */
  public Promise reminded(Instant now) {
    return new Promise(dueAt, timeLeft().orElse(null), now);
  }

  /** When it must be done; empty while the clock stands still. */
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** What is left of the promised time; empty while the clock runs. */
  public Optional<Duration> timeLeft() {
    return Optional.ofNullable(timeLeftMillis).map(Duration::ofMillis);
  }

  /** When it was last reminded of; empty when it was not. */
  public Optional<Instant> remindedAt() {
    return Optional.ofNullable(remindedAt);
  }
}
