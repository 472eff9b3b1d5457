package org.casebound.fulfillment.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When runs begin by themselves: once a day at a time of a time zone, or never. There is one. */
@Entity
@Table(name = "retention_schedule")
public class RetentionSchedule {
  /** Its id. */
  public static final long ONLY = 1;

  @Id private long id;

  @Column(name = "time_of_day")
  private @Nullable String time;

  private String zone;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "next_at")
  private @Nullable Instant nextAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected RetentionSchedule() {}

  /** Runs begin at that time from now on; without one they do not. */
  public void change(Optional<LocalTime> newTime, ZoneId newZone, String user, Instant now) {
    time = newTime.map(LocalTime::toString).orElse(null);
    zone = newZone.getId();
    changedBy = user;
    advance(now);
  }

  /** The next time is the first one after now. */
  public void advance(Instant now) {
    nextAt = time().map(at -> next(at, now.atZone(zone()))).orElse(null);
  }

  private static Instant next(LocalTime at, ZonedDateTime now) {
    ZonedDateTime today = now.with(at);
    return (today.isAfter(now) ? today : now.plusDays(1).with(at)).toInstant();
  }

  public Optional<LocalTime> time() {
    return Optional.ofNullable(time).map(LocalTime::parse);
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public String changedBy() {
    return changedBy;
  }

  /** When the next run begins; empty when none does. */
  public Optional<Instant> nextAt() {
    return Optional.ofNullable(nextAt);
  }
}
