package org.casebound.fulfillment.studio;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.definition.CalendarDefinition;

/** Makes calendars of a checked tree. */
final class CalendarMapper {
  /** How bundles write the end of the day, which the model has as midnight. */
  static final String END_OF_DAY = "24:00";

  private CalendarMapper() {}

  static CalendarDefinition calendar(Place place) {
    Map<DayOfWeek, List<CalendarDefinition.Hours>> hours = new EnumMap<>(DayOfWeek.class);
    for (Map.Entry<String, Place> entry : place.at("hours").members()) {
      days(entry.getKey()).forEach(day -> hours.put(day, hours(place.at("hours"), entry.getKey())));
    }
    return new CalendarDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        ZoneId.of(place.text("zone").orElseThrow()),
        hours,
        holidays(place.at("holidays")),
        place.items("freeDays").stream()
            .map(day -> LocalDate.parse(day.text().orElseThrow()))
            .collect(Collectors.toSet()));
  }

  /** The days that a key names: one day, or the first and the last of several, e.g. {@code monday-friday}. */
  static List<DayOfWeek> days(String key) {
    String[] ends = key.split("-", 2);
    DayOfWeek day = DayOfWeek.valueOf(ends[0].toUpperCase(Locale.ROOT));
    DayOfWeek last = DayOfWeek.valueOf(ends[ends.length - 1].toUpperCase(Locale.ROOT));
    List<DayOfWeek> days = new ArrayList<>(List.of(day));
    while (day != last) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static List<CalendarDefinition.Hours> hours(Place hours, String key) {
    return hours.itemsOrSelf(key).stream().map(interval -> hours(interval.text().orElseThrow())).toList();
  }

  /** Hours such as {@code 08:00-12:30}. */
  static CalendarDefinition.Hours hours(String text) {
    String[] ends = text.split("-", 2);
    return new CalendarDefinition.Hours(
        LocalTime.parse(ends[0]), ends[1].equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
  }

  private static Optional<CalendarDefinition.Holidays> holidays(Place place) {
    return place
        .text()
        .or(() -> place.text("country"))
        .map(
            country ->
                new CalendarDefinition.Holidays(
                    country.toLowerCase(Locale.ROOT), place.text("region").map(r -> r.toLowerCase(Locale.ROOT))));
  }

  /** The names of the days in bundles. */
  static List<String> dayNames() {
    return Arrays.stream(DayOfWeek.values()).map(CalendarMapper::dayName).toList();
  }

  static String dayName(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
