package org.casebound.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The working time of a calendar in the order of the time line, beginning with a given instant; it has no end.
 *
 * <p>It goes from one change of the zone's offset to the next and, between them, from day to day: there local time runs evenly,
 * so an hour that a clock change skips is not there and an hour that it repeats is there twice. Not thread-safe.
 */
final class WorkingSpans implements Iterator<WorkingSpan> {
  /** How far ahead working time is looked for before the calendar is taken for one that never works. */
  private static final int LONGEST_SEARCH_DAYS = 3_660;

  private final WorkingHours hours;
  private final Predicate<LocalDate> holidays;
  private final ZoneRules rules;
  private final String calendar;
  private final Deque<WorkingSpan> found = new ArrayDeque<>();

  private Instant begin;
  private @Nullable Instant end;
  private ZoneOffset offset;
  private LocalDate date;

  WorkingSpans(BusinessCalendar calendar, Instant from) {
    this.hours = calendar.hours();
    this.holidays = calendar.holidays();
    this.rules = calendar.zone().getRules();
    this.calendar = calendar.name();
    this.begin = from;
    this.offset = rules.getOffset(from);
    this.date = from.atOffset(offset).toLocalDate();
    this.end = nextChange(from);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  /**
   * The next stretch of working time.
   *
   * @throws RuleViolation CAL-004 when the calendar has none within ten years
   */
  @Override
  public WorkingSpan next() {
    for (int days = 0; found.isEmpty(); days++) {
      if (days > LONGEST_SEARCH_DAYS) {
        throw new RuleViolation("CAL-004", "Calendar '%s' has no working time for ten years after %s: mend its holidays.".formatted(calendar, date));
      }
      advance();
    }
    return found.remove();
  }

  private void advance() {
    if (!holidays.test(date)) {
      hours.of(date.getDayOfWeek()).forEach(this::collect);
    }
    LocalDate tomorrow = date.plusDays(1);
    if (end != null && !end.isAfter(tomorrow.atStartOfDay().toInstant(offset))) {
      begin = end;
      offset = rules.getOffset(begin);
      date = begin.atOffset(offset).toLocalDate();
      end = nextChange(begin);
    } else {
      date = tomorrow;
    }
  }

  private void collect(WorkingInterval interval) {
    LocalDate lastDay = interval.endsWithTheDay() ? date.plusDays(1) : date;
    Instant from = later(date.atTime(interval.from()).toInstant(offset), begin);
    Instant closing = lastDay.atTime(interval.to()).toInstant(offset);
    Instant to = end != null && end.isBefore(closing) ? end : closing;
    if (from.isBefore(to)) {
      found.add(new WorkingSpan(from, to));
    }
  }

  private @Nullable Instant nextChange(Instant after) {
    ZoneOffsetTransition change = rules.nextTransition(after);
    return change == null ? null : change.getInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
