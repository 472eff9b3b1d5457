package org.casebound.fulfillment.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * When runs begin by themselves.
 *
 * @param time time of day, e.g. {@code 02:30}; empty: never
 * @param zone time zone, e.g. {@code Europe/Berlin}
 * @param changedBy who said so
 * @param nextAt when the next one begins
 */
public record RetentionScheduleView(Optional<String> time, String zone, String changedBy, Optional<Instant> nextAt) {
  static RetentionScheduleView of(RetentionSchedule schedule) {
    return new RetentionScheduleView(
        schedule.time().map(String::valueOf), schedule.zone().getId(), schedule.changedBy(), schedule.nextAt());
  }
}
