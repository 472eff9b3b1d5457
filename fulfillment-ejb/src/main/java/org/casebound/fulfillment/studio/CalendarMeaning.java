package org.casebound.fulfillment.studio;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.calendar.PublicHolidays;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Checks calendars: zone, hours, holidays, free days. */
final class CalendarMeaning {
  private final PublicHolidays holidays = new PublicHolidays();

  void check(List<Place> calendars, Problems problems) {
    UniqueNames.check("calendar", calendars, problems);
    for (Place calendar : calendars) {
      zone(calendar.at("zone"), problems);
      hours(calendar.at("hours"), problems);
      holidays(calendar.at("holidays"), problems);
      calendar.items("freeDays").forEach(day -> freeDay(day, problems));
    }
  }

  private static void zone(Place zone, Problems problems) {
    Set<String> known = ZoneId.getAvailableZoneIds();
    zone.text()
        .filter(name -> !problems.isIll(zone) && !known.contains(name))
        .ifPresent(
            name ->
                problems.at(
                    zone,
                    "There is no time zone '%s'.".formatted(name),
                    Suggestion.of(name, known) + " Zones are named like Europe/Berlin."));
  }

  private static void hours(Place hours, Problems problems) {
    Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
    for (Map.Entry<String, Place> entry : hours.members()) {
      List<DayOfWeek> days = days(entry.getKey());
      days.stream()
          .filter(day -> !seen.add(day))
          .findFirst()
          .ifPresent(
              day ->
                  problems.atKey(
                      entry.getValue(),
                      "The hours of %s are here twice.".formatted(CalendarMapper.dayName(day)),
                      "Name each day once."));
      if (!days.isEmpty()) {
        intervals(hours.itemsOrSelf(entry.getKey()), problems);
      }
    }
  }

  /** The days that a key names; none when it is not known, which the schema has said then. */
  private static List<DayOfWeek> days(String key) {
    try {
      return CalendarMapper.days(key);
    } catch (IllegalArgumentException notADay) {
      return List.of();
    }
  }

  private static void intervals(List<Place> places, Problems problems) {
    record Interval(Place place, CalendarDefinition.Hours hours) {}
    List<Interval> intervals = new ArrayList<>();
    for (Place place : places) {
      if (!problems.isIll(place) && place.text().isPresent()) {
        CalendarDefinition.Hours hours = CalendarMapper.hours(place.text().get());
        if (hours.to().equals(LocalTime.MIDNIGHT)
            ? place.text().get().endsWith("-00:00")
            : !hours.from().isBefore(hours.to())) {
          problems.at(place, "These hours end before they begin.", "Split them at midnight; 24:00 is the end of a day.");
        }
        intervals.add(new Interval(place, hours));
      }
    }
    intervals.sort(Comparator.comparing(interval -> interval.hours().from()));
    for (int i = 1; i < intervals.size(); i++) {
      LocalTime end = intervals.get(i - 1).hours().to();
      if (end.equals(LocalTime.MIDNIGHT) || intervals.get(i).hours().from().isBefore(end)) {
        problems.at(
            intervals.get(i).place(),
            "These hours overlap others of the day: %s.".formatted(intervals.get(i - 1).place().text().orElse("")),
            "Let each begin when the one before has ended.");
      }
    }
  }

  private void holidays(Place place, Problems problems) {
    Place country = place.node().isObject() ? place.at("country") : place;
    Place region = place.at("region");
    if (country.text().isEmpty() || problems.isIll(country) || problems.isIll(region)) {
      return;
    }
    try {
      holidays.of(country.text().get(), Optional.empty());
      region.text().ifPresent(code -> region(country.text().get(), region, code, problems));
    } catch (RuleViolation unknown) {
      problems.at(country, String.valueOf(unknown.getMessage()), "");
    }
  }

  private void region(String country, Place region, String code, Problems problems) {
    try {
      holidays.of(country, Optional.of(code));
    } catch (RuleViolation unknown) {
      problems.at(region, String.valueOf(unknown.getMessage()), "");
    }
  }

  private static void freeDay(Place day, Problems problems) {
    if (problems.isIll(day) || day.text().isEmpty()) {
      return;
    }
    try {
      LocalDate.parse(day.text().get());
    } catch (DateTimeException e) {
      problems.at(day, "There is no such day.", "Write a date, e.g. 2026-12-24.");
    }
  }
}
