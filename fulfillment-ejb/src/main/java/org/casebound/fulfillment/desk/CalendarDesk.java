package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.calendar.WorkingSpan;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.calendar.PublicHolidays;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.CalendarView.FreeDay;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** The calendars of the active processes, and when something would be due by them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CalendarDesk {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(2_000);
  private static final Instant FIRST = LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final Instant LAST = LocalDate.of(2100, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final int MOST_DAYS = 366;

  @Inject private ProcessCatalog catalog;
  @Inject private Calendars calendars;
  @Inject private PublicHolidays holidays;
  @Inject private Clock clock;

  /**
   * All of them by label; what several processes have in common is one.
   *
   * @param language of the names of holidays
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public List<CalendarView> all(Locale language) {
    Map<CalendarDefinition, List<String>> processes = new LinkedHashMap<>();
    for (PublishedProcess process : catalog.active()) {
      process
          .bundle()
          .calendars()
          .forEach(calendar -> processes.computeIfAbsent(calendar, each -> new ArrayList<>()).add(process.process().name()));
    }
    return processes.entrySet().stream()
        .map(each -> view(each.getKey(), each.getValue().stream().sorted().toList(), language))
        .sorted(Comparator.comparing(CalendarView::label).thenComparing(CalendarView::process))
        .toList();
  }

  private CalendarView view(CalendarDefinition calendar, List<String> processes, Locale language) {
    return new CalendarView(
        processes.get(0),
        calendar.name(),
        calendar.label(),
        calendar.zone().getId(),
        processes,
        Arrays.stream(DayOfWeek.values())
            .map(day -> new CalendarView.Day(day, calendar.hours().getOrDefault(day, List.of()).stream().map(one -> new CalendarView.Hours(one.from(), one.to())).toList()))
            .toList(),
        calendar.holidays().map(CalendarDefinition.Holidays::country),
        calendar.holidays().flatMap(CalendarDefinition.Holidays::region),
        free(calendar, Year.from(clock.instant().atZone(calendar.zone())), language));
  }

  private List<FreeDay> free(CalendarDefinition calendar, Year first, Locale language) {
    SortedMap<LocalDate, Optional<String>> days = new TreeMap<>();
    Stream.of(first, first.plusYears(1))
        .forEach(
            year -> {
              calendar.freeDays().stream().filter(day -> Year.from(day).equals(year)).forEach(day -> days.put(day, Optional.empty()));
              named(calendar, year, language).forEach((day, name) -> days.put(day, Optional.of(name)));
            });
    return days.entrySet().stream().map(day -> new FreeDay(day.getKey(), day.getValue())).toList();
  }

  private SortedMap<LocalDate, String> named(CalendarDefinition calendar, Year year, Locale language) {
    return calendar.holidays().map(where -> holidays.named(where.country(), where.region(), year, language)).orElseGet(TreeMap::new);
  }

  /**
   * When something is due that begins at a moment in the local time of the calendar.
   *
   * @see #preview(String, String, Instant, Duration, Locale)
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DuePreview preview(String process, String name, LocalDateTime start, Duration work, Locale language) {
    return preview(process, name, start.atZone(require(process, name).zone()).toInstant(), work, language);
  }

  /**
   * When something is due, with every day on the way.
   *
   * @param start in the years 2000 to 2099
   * @param work one minute to 2000 hours of working time
   * @throws UnknownRecord when no active process of that name has such a calendar
   * @throws RuleViolation CAL-020 when the working time is out of its range, CAL-021 when the start is, CAL-022 when it is due more than 366 days
   *     later, CAL-004 when the calendar has no working time within ten years
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DuePreview preview(String process, String name, Instant start, Duration work, Locale language) {
    CalendarDefinition definition = require(process, name);
    if (work.compareTo(SHORTEST) < 0 || work.compareTo(LONGEST) > 0) {
      throw new RuleViolation("CAL-020", "The working time is 1 minute to %d hours; shorten or lengthen it.".formatted(LONGEST.toHours()));
    }
    if (start.isBefore(FIRST) || !start.isBefore(LAST)) {
      throw new RuleViolation("CAL-021", "The start lies in the years 2000 to 2099; choose another one.");
    }
    BusinessCalendar calendar = calendars.of(definition);
    List<WorkingSpan> counted = calendar.counted(start, work);
    Instant due = counted.get(counted.size() - 1).to();
    if (Duration.between(start, due).toDays() > MOST_DAYS) {
      throw new RuleViolation("CAL-022", "This would be due more than %d days later; choose a shorter working time.".formatted(MOST_DAYS));
    }
    LocalDate first = LocalDate.ofInstant(start, calendar.zone());
    DueDays days = new DueDays(calendar, definition, year -> named(definition, year, language));
    return new DuePreview(calendar.zone().getId(), start, work, due, days.of(first, counted));
  }

  private CalendarDefinition require(String process, String name) {
    return catalog
        .active(process)
        .flatMap(active -> active.bundle().calendar(name))
        .orElseThrow(() -> new UnknownRecord("calendar", process + "/" + name));
  }
}
