package org.casebound.domain.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When people work: what a duration in business time is measured by.
 *
 * @param name API name, unique in the bundle
 * @param label what people call it
 * @param zone time zone of the hours
 * @param hours working hours by weekday, in order and without overlap; a day that is absent is free
 * @param holidays public holidays that are free
 * @param freeDays further days that are free
 */
public record CalendarDefinition(
    String name,
    String label,
    ZoneId zone,
    Map<DayOfWeek, List<Hours>> hours,
    Optional<Holidays> holidays,
    Set<LocalDate> freeDays) {
  public CalendarDefinition {
    EnumMap<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
    hours.forEach((day, intervals) -> copy.put(day, List.copyOf(intervals)));
    hours = Map.copyOf(copy);
    freeDays = Set.copyOf(freeDays);
  }

  /**
   * Working hours of one day.
   *
   * @param from first working moment
   * @param to first moment that is free again, after {@code from}; midnight means the end of the day
   */
  public record Hours(LocalTime from, LocalTime to) {}

  /**
   * Public holidays.
   *
   * @param country ISO 3166-1 code of two letters in lower case, e.g. {@code de}
   * @param region code of the region as the library of holidays knows it, e.g. {@code hh}; empty: only those of the whole country
   */
  public record Holidays(String country, Optional<String> region) {}
}
