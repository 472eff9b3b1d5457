package org.casebound.fulfillment.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.calendar.WorkingSpan;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.fulfillment.desk.CalendarView.Hours;
import org.casebound.fulfillment.desk.DuePreview.Day;
import org.casebound.fulfillment.desk.DuePreview.Kind;

/** Sorts counted stretches of time by their days, and says of each other day why it does not count. Not thread-safe. */
final class DueDays {
  private final BusinessCalendar calendar;
  private final CalendarDefinition definition;
  private final Function<Year, SortedMap<LocalDate, String>> holidays;
  private final Map<Year, SortedMap<LocalDate, String>> known = new HashMap<>();

  /** @param holidays the public holidays of a year by date */
  DueDays(BusinessCalendar calendar, CalendarDefinition definition, Function<Year, SortedMap<LocalDate, String>> holidays) {
    this.calendar = calendar;
    this.definition = definition;
    this.holidays = holidays;
  }

  /** Each day from the first to the last. */
  List<Day> of(LocalDate first, List<WorkingSpan> counted) {
    Map<LocalDate, List<WorkingSpan>> byDay = counted.stream().collect(Collectors.groupingBy(span -> local(span).toLocalDate()));
    LocalDate last = local(counted.get(counted.size() - 1)).toLocalDate();
    return first.datesUntil(last.plusDays(1)).map(date -> day(date, byDay.getOrDefault(date, List.of()))).toList();
  }

  private Day day(LocalDate date, List<WorkingSpan> spans) {
    Optional<String> holiday = Optional.ofNullable(known.computeIfAbsent(Year.from(date), holidays).get(date));
    return new Day(
        date,
        spans.isEmpty() ? why(date, holiday) : Kind.COUNTED,
        spans.stream().map(span -> new Hours(local(span).toLocalTime(), span.to().atZone(calendar.zone()).toLocalTime())).toList(),
        spans.stream().map(WorkingSpan::length).reduce(Duration.ZERO, Duration::plus),
        holiday);
  }

  private Kind why(LocalDate date, Optional<String> holiday) {
    if (holiday.isPresent()) {
      return Kind.HOLIDAY;
    }
    if (definition.freeDays().contains(date)) {
      return Kind.FREE_DAY;
    }
    return calendar.hours().of(date.getDayOfWeek()).isEmpty() ? Kind.NO_HOURS : Kind.AFTER_HOURS;
  }

  private ZonedDateTime local(WorkingSpan span) {
    return span.from().atZone(calendar.zone());
  }
}
