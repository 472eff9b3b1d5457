package org.casebound.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Number 13 of the list of acceptance tests: a promised time breaks at the right instant over a change of the clock, a holiday and two pauses. */
class BreachTimeTest {
  /** Berlin, 8 to 12 and 13 to 17, Friday 8 to 14:30; Good Friday, Easter Monday and the day of German unity are free. */
  private final BusinessCalendar office = Calendars.office("Europe/Berlin", "2024-03-29", "2024-04-01", "2024-10-03");

  /**
   * Easter: summer time begins on Sunday, 31 March. Counted are Thursday 15:00-16:00 and 16:30-17:00, Tuesday 8:00-10:00 and 11:00-14:30.
   * Autumn: it ends on Sunday, 27 October. Counted are Wednesday the 2nd 15:00-16:00 and 16:30-17:00, Friday 8:00-9:00, Monday the 28th 8:00-10:30.
   */
  @ParameterizedTest
  @CsvSource({
    "2024-03-28T14:00:00Z, 2024-03-28T15:00:00Z, 2024-03-28T15:30:00Z, 2024-04-02T08:00:00Z, 2024-04-02T09:00:00Z, PT6H, 2024-04-02T12:30:00Z",
    "2024-10-02T13:00:00Z, 2024-10-02T14:00:00Z, 2024-10-02T14:30:00Z, 2024-10-04T07:00:00Z, 2024-10-28T07:00:00Z, PT5H, 2024-10-28T09:30:00Z"
  })
  void number13IsRightOverClockChangeHolidayAndTwoPauses(
      Instant started, Instant pausedFirst, Instant resumedFirst, Instant pausedAgain, Instant resumedAgain, Duration allowed, Instant breach) {
    SlaClock clock =
        SlaClock.startedAt(started)
            .pause("waiting for the customer", pausedFirst)
            .resume(resumedFirst)
            .pause("waiting for the bank", pausedAgain)
            .resume(resumedAgain);

    assertThat(clock.due(office, allowed)).contains(breach);
    assertThat(clock.remaining(office, allowed, breach.minusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(clock.remaining(office, allowed, breach.plusSeconds(1))).isEqualTo(Duration.ofSeconds(-1));
  }
}
