package org.casebound.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.calendar.Calendars.interval;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
  private final BusinessCalendar office = Calendars.office("Europe/Berlin", "2026-12-24", "2026-12-25", "2027-01-01");

  @Test
  void goesOnAfterTheBreakAndOnTheNextDay() {
    assertThat(office.add(at("2026-03-02T09:00:00Z"), Duration.ofHours(3))).isEqualTo(at("2026-03-02T13:00:00Z"));
    assertThat(office.add(at("2026-03-02T15:30:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-03-03T07:30:00Z"));
  }

  @Test
  void isDueAtTheEndOfTheDayNotInTheNextMorning() {
    assertThat(office.add(at("2026-03-02T07:00:00Z"), Duration.ofHours(8))).isEqualTo(at("2026-03-02T16:00:00Z"));
    assertThat(office.isWorkingAt(at("2026-03-02T16:00:00Z"))).isFalse();
    assertThat(office.isWorkingAt(at("2026-03-02T15:59:59Z"))).isTrue();
  }

  @Test
  void passesHolidaysWeekendsAndTheTurnOfTheYear() {
    assertThat(office.add(at("2026-12-23T15:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-12-28T08:00:00Z"));
    assertThat(office.between(at("2026-12-31T15:00:00Z"), at("2027-01-04T08:00:00Z"))).isEqualTo(Duration.ofHours(2));
    assertThat(office.nextWorkingInstant(at("2026-12-24T09:00:00Z"))).isEqualTo(at("2026-12-28T07:00:00Z"));
  }

  @Test
  void countsNoHourThatTheClockSkips() {
    BusinessCalendar night = Calendars.daily("Europe/Berlin", interval("01:00", "04:00"));
    assertThat(night.between(at("2026-03-28T23:00:00Z"), at("2026-03-29T10:00:00Z"))).isEqualTo(Duration.ofHours(2));

    BusinessCalendar lost = Calendars.daily("Europe/Berlin", interval("02:15", "02:45"));
    assertThat(lost.between(at("2026-03-28T23:00:00Z"), at("2026-03-29T10:00:00Z"))).isZero();
    assertThat(lost.nextWorkingInstant(at("2026-03-28T23:00:00Z"))).isEqualTo(at("2026-03-30T00:15:00Z"));
  }

  @Test
  void countsTheHourThatTheClockRepeatsTwice() {
    BusinessCalendar night = Calendars.daily("America/New_York", interval("01:15", "01:45"));
    assertThat(night.between(at("2026-11-01T04:00:00Z"), at("2026-11-01T12:00:00Z"))).isEqualTo(Duration.ofHours(1));
    assertThat(night.add(at("2026-11-01T04:00:00Z"), Duration.ofMinutes(31))).isEqualTo(at("2026-11-01T06:16:00Z"));
  }

  @Test
  void knowsClockChangesOfHalfAnHour() {
    BusinessCalendar night = Calendars.daily("Australia/Lord_Howe", interval("01:30", "02:30"));
    assertThat(night.between(at("2026-04-04T12:00:00Z"), at("2026-04-04T18:00:00Z"))).isEqualTo(Duration.ofMinutes(90));
    assertThat(night.between(at("2026-10-03T12:00:00Z"), at("2026-10-03T18:00:00Z"))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void isBackwardsNegative() {
    assertThat(office.between(at("2026-03-02T09:00:00Z"), at("2026-03-02T08:00:00Z"))).isEqualTo(Duration.ofHours(-1));
    assertThatThrownBy(() -> office.add(at("2026-03-02T09:00:00Z"), Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesHoursThatMakeNoSense() {
    assertRefused("CAL-001", () -> interval("10:00", "09:00"));
    assertRefused("CAL-001", () -> interval("10:00", "10:00"));
    assertRefused("CAL-002", () -> Calendars.daily("UTC", interval("08:00", "12:00"), interval("11:00", "13:00")));
    assertRefused("CAL-002", () -> Calendars.daily("UTC", interval("08:00", "00:00"), interval("09:00", "10:00")));
    assertRefused("CAL-003", () -> new WorkingHours(Map.of(DayOfWeek.MONDAY, List.of())));
  }

  @Test
  void givesUpWhereNobodyEverWorks() {
    BusinessCalendar never = new BusinessCalendar("never", "Never", office.zone(), office.hours(), date -> true);
    assertRefused("CAL-004", () -> never.add(at("2026-03-02T09:00:00Z"), Duration.ofHours(1)));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
  }
}
