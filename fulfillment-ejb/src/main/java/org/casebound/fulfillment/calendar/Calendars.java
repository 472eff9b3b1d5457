package org.casebound.fulfillment.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.calendar.WorkingHours;
import org.casebound.domain.calendar.WorkingInterval;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.shared.RuleViolation;

/** The calendars of bundles, ready to count with; each is made once. Thread-safe. */
@ApplicationScoped
public class Calendars {
  private final Map<CalendarDefinition, BusinessCalendar> made = new ConcurrentHashMap<>();

  private final PublicHolidays publicHolidays;

  /** Only for the container. */
  @SuppressWarnings("NullAway")
  protected Calendars() {
    this(null);
  }

  @Inject
  public Calendars(PublicHolidays publicHolidays) {
    this.publicHolidays = publicHolidays;
  }

  /**
   * The calendar of that name in the bundle; without a name that of the process; all hours when there is none.
   *
   * @throws RuleViolation CAL-001 to CAL-003 when its hours make no sense, CAL-010 or CAL-011 when its country or region is unknown, CAL-012
   *     when the bundle has no calendar of that name
   */
  public BusinessCalendar of(ProcessBundle bundle, Optional<String> name) {
    return name.or(() -> bundle.process().rules().calendar())
        .map(wanted -> of(bundle.calendar(wanted).orElseThrow(() -> new RuleViolation("CAL-012", "There is no calendar '%s'.".formatted(wanted)))))
        .orElse(BusinessCalendar.ALWAYS);
  }

  /**
   * A definition, ready to count with.
   *
   * @throws RuleViolation CAL-001 to CAL-003 when its hours make no sense, CAL-010 or CAL-011 when its country or region is unknown
   */
  public BusinessCalendar of(CalendarDefinition definition) {
    return made.computeIfAbsent(definition, this::make);
  }

  private BusinessCalendar make(CalendarDefinition definition) {
    Map<DayOfWeek, List<WorkingInterval>> hours = new EnumMap<>(DayOfWeek.class);
    definition
        .hours()
        .forEach((day, intervals) -> hours.put(day, intervals.stream().map(one -> new WorkingInterval(one.from(), one.to())).toList()));
    Predicate<LocalDate> free =
        definition.holidays().map(where -> publicHolidays.of(where.country(), where.region())).orElse(date -> false);
    return new BusinessCalendar(
        definition.name(), definition.label(), definition.zone(), new WorkingHours(hours), free.or(definition.freeDays()::contains));
  }
}
