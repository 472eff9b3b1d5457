package org.casebound.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RandomCalendars.class)
class BusinessCalendarPropertyTest {

  @Property(tries = 500)
  void neverLandsOutsideWorkingTime(@ForAll BusinessCalendar calendar, @ForAll Instant start, @ForAll Duration work) {
    Instant due = calendar.add(start, work);

    assertThat(due).isAfterOrEqualTo(start);
    assertThat(calendar.isWorkingAt(due) || calendar.isWorkingAt(due.minusNanos(1))).as("%s of %s", due, calendar).isTrue();
  }

  @Property(tries = 500)
  void whatIsCountedMakesUpTheWorkInOrderAndEndsWhenItIsDue(@ForAll BusinessCalendar calendar, @ForAll Instant start, @ForAll Duration work) {
    List<WorkingSpan> counted = calendar.counted(start, work);

    assertThat(counted.stream().map(WorkingSpan::length).reduce(Duration.ZERO, Duration::plus)).isEqualTo(work);
    assertThat(counted).isSortedAccordingTo(Comparator.comparing(WorkingSpan::from));
    assertThat(counted).allMatch(span -> !span.from().isBefore(start) && calendar.isWorkingAt(span.from()));
    if (!work.isZero()) {
      assertThat(counted.get(counted.size() - 1).to()).isEqualTo(calendar.add(start, work));
    }
  }

  @Property(tries = 500)
  void betweenIsTheInverseOfAdd(@ForAll BusinessCalendar calendar, @ForAll Instant start, @ForAll Duration work) {
    assertThat(calendar.between(start, calendar.add(start, work))).isEqualTo(work);
  }

  @Property(tries = 500)
  void addIsTheInverseOfBetweenWithinWorkingTime(@ForAll BusinessCalendar calendar, @ForAll Instant one, @ForAll Duration distance) {
    Instant other = one.plus(distance);
    Instant back = calendar.add(one, calendar.between(one, other));

    if (calendar.isWorkingAt(other.minusNanos(1)) && !distance.isZero()) {
      assertThat(back).isEqualTo(other);
    } else if (back.isAfter(other)) {
      assertThat(calendar.between(one, other)).isZero();
    }
  }

  @Property(tries = 500)
  void addingInTwoPartsIsAddingTheWhole(@ForAll BusinessCalendar calendar, @ForAll Instant start, @ForAll Duration one, @ForAll Duration other) {
    assertThat(calendar.add(calendar.add(start, one), other)).isEqualTo(calendar.add(start, one.plus(other)));
  }

  @Property(tries = 500)
  void betweenIsTheSumOfItsParts(@ForAll BusinessCalendar calendar, @ForAll Instant one, @ForAll Duration first, @ForAll Duration second) {
    Instant middle = one.plus(first);
    Instant last = middle.minus(second);

    assertThat(calendar.between(one, middle).plus(calendar.between(middle, last))).isEqualTo(calendar.between(one, last));
  }

  @Property(tries = 500)
  void moreWorkAndALaterStartAreNeverDueEarlier(@ForAll BusinessCalendar calendar, @ForAll Instant start, @ForAll Duration work, @ForAll Duration more) {
    Instant due = calendar.add(start, work);

    assertThat(calendar.add(start, work.plus(more))).isAfterOrEqualTo(due);
    assertThat(calendar.add(start.plus(more), work)).isAfterOrEqualTo(due);
  }

  @Property(tries = 500)
  void countsNeitherMoreThanTheClockNorLessThanNothing(@ForAll BusinessCalendar calendar, @ForAll Instant start, @ForAll Duration distance) {
    assertThat(calendar.between(start, start.plus(distance))).isBetween(Duration.ZERO, distance);
    assertThat(BusinessCalendar.ALWAYS.between(start, start.plus(distance))).isEqualTo(distance);
  }

  /** The definition of working time itself, minute by minute: all borders of the random hours and of the zones lie on whole minutes. */
  @Property(tries = 100)
  void countsTheMinutesInWhichPeopleWork(@ForAll BusinessCalendar calendar, @ForAll Instant near) {
    Instant start = Instant.ofEpochSecond(Math.floorDiv(near.getEpochSecond(), 60) * 60);
    long minutes = 0;
    for (int minute = 0; minute < 3 * 1_440; minute++) {
      minutes += calendar.isWorkingAt(start.plus(Duration.ofMinutes(minute))) ? 1 : 0;
    }

    assertThat(calendar.between(start, start.plus(Duration.ofDays(3)))).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Property(tries = 500)
  void theNextWorkingInstantIsTheFirst(@ForAll BusinessCalendar calendar, @ForAll Instant instant) {
    Instant next = calendar.nextWorkingInstant(instant);

    assertThat(calendar.isWorkingAt(next)).isTrue();
    assertThat(calendar.between(instant, next)).isZero();
    assertThat(next.equals(instant)).isEqualTo(calendar.isWorkingAt(instant));
  }
}
