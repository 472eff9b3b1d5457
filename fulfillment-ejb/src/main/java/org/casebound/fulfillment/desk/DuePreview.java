package org.casebound.fulfillment.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.CalendarView.Hours;

/**
 * When something is due, and how that was counted.
 *
 * @param zone of the calendar; its days and hours are local there
 * @param start when it begins
 * @param work how much working time it takes
 * @param due when that has passed
 * @param days every day from the first to the last, in the order of time
 */
public record DuePreview(String zone, Instant start, Duration work, Instant due, List<Day> days) {
  /** Why a day counts or does not. */
  public enum Kind {
    /** Some of it counts. */
    COUNTED,
    /** A public holiday. */
    HOLIDAY,
    /** A day that the calendar itself says is free. */
    FREE_DAY,
    /** A day of the week without working hours. */
    NO_HOURS,
    /** It begins after the last working hour of the day. */
    AFTER_HOURS
  }

  /**
   * One day.
   *
   * @param counted stretches that count; empty unless the kind is COUNTED
   * @param sum how long they are in real time
   * @param holiday name of the public holiday
   */
  public record Day(LocalDate date, Kind kind, List<Hours> counted, Duration sum, Optional<String> holiday) {}
}
