package org.casebound.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calendars for tests. */
final class Calendars {
  private Calendars() {}

  static WorkingInterval interval(String from, String to) {
    return new WorkingInterval(LocalTime.parse(from), LocalTime.parse(to));
  }

  static WorkingHours every(Set<DayOfWeek> days, WorkingInterval... intervals) {
    return new WorkingHours(days.stream().collect(Collectors.toMap(Function.identity(), day -> List.of(intervals))));
  }

  static BusinessCalendar daily(String zone, WorkingInterval... intervals) {
    return new BusinessCalendar("daily", "Daily", ZoneId.of(zone), every(EnumSet.allOf(DayOfWeek.class), intervals), date -> false);
  }

  /** Monday to Thursday 8 to 12 and 13 to 17, Friday 8 to 14:30; the given dates are free. */
  static BusinessCalendar office(String zone, String... holidays) {
    WorkingInterval morning = interval("08:00", "12:00");
    WorkingInterval afternoon = interval("13:00", "17:00");
    WorkingHours hours =
        new WorkingHours(
            Map.of(
                DayOfWeek.MONDAY, List.of(afternoon, morning),
                DayOfWeek.TUESDAY, List.of(morning, afternoon),
                DayOfWeek.WEDNESDAY, List.of(morning, afternoon),
                DayOfWeek.THURSDAY, List.of(morning, afternoon),
                DayOfWeek.FRIDAY, List.of(interval("08:00", "14:30"))));
    Set<LocalDate> free = Arrays.stream(holidays).map(LocalDate::parse).collect(Collectors.toSet());
    return new BusinessCalendar("office", "Office", ZoneId.of(zone), hours, free::contains);
  }
}
