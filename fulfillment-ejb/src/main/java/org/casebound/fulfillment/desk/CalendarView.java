package org.casebound.fulfillment.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A calendar of one or several active processes.
 *
 * @param process the first of its processes by name: with the name of the calendar it says which one is meant
 * @param name API name, unique in a process
 * @param processes API names of the processes that have exactly this one
 * @param week its hours from Monday to Sunday; a day without is free
 * @param country whose public holidays are free, code of two letters
 * @param region the region of that country whose holidays are free, too
 * @param free days of this year and the next that are free whatever the week says, in the order of time
 */
public record CalendarView(
    String process,
    String name,
    String label,
    String zone,
    List<String> processes,
    List<Day> week,
    Optional<String> country,
    Optional<String> region,
    List<FreeDay> free) {

  /** One day of the week. */
  public record Day(DayOfWeek day, List<Hours> hours) {}

  /**
   * A stretch of local time.
   *
   * @param to first moment that does not count any more; midnight means the end of the day
   */
  public record Hours(LocalTime from, LocalTime to) {}

  /**
   * A free day.
   *
   * @param holiday name of the public holiday; empty for one that the calendar itself lists
   */
  public record FreeDay(LocalDate date, Optional<String> holiday) {}

}
