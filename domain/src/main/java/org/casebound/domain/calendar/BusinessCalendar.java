package org.casebound.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.casebound.domain.shared.RuleViolation;

/**
 * When people work. An instant is working time when its local date is no holiday and its local time lies in one of the day's
 * intervals. Durations are real time: an hour that a clock change skips does not count, one that it repeats counts twice.
 * Immutable; as thread-safe as {@code holidays}.
 *
 * @param name API name, or a word of the product for a calendar that nobody defined
 * @param label what people call it
 * @param zone where the hours are local time
 * @param hours the hours of the week
 * @param holidays whether a date is free; the same answer each time
 */
public record BusinessCalendar(String name, String label, ZoneId zone, WorkingHours hours, Predicate<LocalDate> holidays) {
  /** Every hour of every day: what counts where no calendar is named. */
  public static final BusinessCalendar ALWAYS =
      new BusinessCalendar("always", "Around the clock", ZoneOffset.UTC, WorkingHours.ALWAYS, date -> false);

  /** Whether people work at this instant. The end of an interval is not working time. */
  public boolean isWorkingAt(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return hours.of(local.getDayOfWeek()).stream().anyMatch(interval -> interval.contains(local.toLocalTime()))
        && !holidays.test(local.toLocalDate());
  }

  /**
   * The first working instant that is not before the given one.
   *
   * @throws RuleViolation CAL-004 when there is none within ten years
   */
  public Instant nextWorkingInstant(Instant instant) {
    return isWorkingAt(instant) ? instant : new WorkingSpans(this, instant).next().from();
  }

  /**
   * The instant at which the given working time has passed: what is begun at {@code start} and takes {@code work} is due then. It lies in
   * working time or at its very end (eight hours begun at eight o'clock are due this evening, not tomorrow morning).
   *
   * @param work zero or more
   * @throws RuleViolation CAL-004 when there is no working time within ten years
   */
  public Instant add(Instant start, Duration work) {
    return count(start, work, span -> {});
  }

  /**
   * What {@link #add} counts, in the order of time: the lengths make up the working time, and the last one ends when it is due. Empty without working
   * time.
   *
   * @throws RuleViolation CAL-004 when there is no working time within ten years
   */
  public List<WorkingSpan> counted(Instant start, Duration work) {
    List<WorkingSpan> counted = new ArrayList<>();
    count(start, work, counted::add);
    return List.copyOf(counted);
  }

  private Instant count(Instant start, Duration work, Consumer<WorkingSpan> counted) {
    if (work.isNegative()) {
      throw new IllegalArgumentException("working time must not be negative: " + work);
    }
    if (work.isZero()) {
      return isWorkingAt(start.minusNanos(1)) ? start : nextWorkingInstant(start);
    }
    WorkingSpans spans = new WorkingSpans(this, start);
    Duration left = work;
    WorkingSpan span = spans.next();
    while (span.length().compareTo(left) < 0) {
      counted.accept(span);
      left = left.minus(span.length());
      span = spans.next();
    }
    Instant due = span.from().plus(left);
    counted.accept(new WorkingSpan(span.from(), due));
    return due;
  }

  /**
   * The working time between two instants; negative when {@code end} is before {@code start}.
   *
   * @throws RuleViolation CAL-004 when there is no working time within ten years
   */
  public Duration between(Instant start, Instant end) {
    if (end.isBefore(start)) {
      return between(end, start).negated();
    }
    WorkingSpans spans = new WorkingSpans(this, start);
    Duration sum = Duration.ZERO;
    for (WorkingSpan span = spans.next(); span.from().isBefore(end); span = spans.next()) {
      sum = sum.plus(Duration.between(span.from(), span.to().isBefore(end) ? span.to() : end));
    }
    return sum;
  }
}
