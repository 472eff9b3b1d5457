package org.casebound.domain.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Calendars of zones with and without clock changes, and instants close to what makes them difficult. */
public final class RandomCalendars extends DomainContextBase {
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia");
  private static final Instant FIRST = Instant.parse("2005-12-20T00:00:00Z");
  private static final Instant LAST = Instant.parse("2027-01-10T00:00:00Z");
  private static final int MINUTES_OF_A_DAY = 1_440;

  @Provide
  Arbitrary<BusinessCalendar> calendars() {
    return Combinators.combine(Arbitraries.of(ZONES), hours(), holidays())
        .as((zone, hours, holidays) -> new BusinessCalendar("random", zone, ZoneId.of(zone), hours, holidays));
  }

  /** Instants anywhere, close to a clock change, and close to the turn of a year. */
  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Instant> anywhere =
        Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()).map(Instant::ofEpochSecond);
    Arbitrary<Instant> critical = Arbitraries.of(changes());
    Arbitrary<Instant> close =
        Combinators.combine(critical, Arbitraries.longs().between(-90_000_000, 90_000_000)).as(Instant::plusMillis);
    return Arbitraries.oneOf(anywhere, close, critical);
  }

  /** Working time from nothing to six weeks around the clock. */
  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(0, 3_600_000_000L).map(Duration::ofMillis);
  }

  private static List<Instant> changes() {
    List<Instant> changes = new ArrayList<>();
    for (String zone : ZONES) {
      ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(FIRST);
      while (change != null && change.getInstant().isBefore(LAST)) {
        changes.add(change.getInstant());
        change = ZoneId.of(zone).getRules().nextTransition(change.getInstant());
      }
      changes.add(LocalDate.of(2024, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant());
    }
    return changes;
  }

  private static Arbitrary<WorkingHours> hours() {
    return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day()).ofMinSize(1).map(WorkingHours::new);
  }

  /** Up to three intervals between sorted minutes; the last may end at midnight. */
  private static Arbitrary<List<WorkingInterval>> day() {
    return Arbitraries.integers().between(0, MINUTES_OF_A_DAY).set().ofMinSize(2).ofMaxSize(6).map(RandomCalendars::intervals);
  }

  private static List<WorkingInterval> intervals(Set<Integer> minutes) {
    List<Integer> sorted = minutes.stream().sorted().toList();
    List<WorkingInterval> intervals = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i += 2) {
      intervals.add(new WorkingInterval(time(sorted.get(i)), time(sorted.get(i + 1))));
    }
    return intervals;
  }

  private static LocalTime time(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }

  private static Arbitrary<Predicate<LocalDate>> holidays() {
    Arbitrary<Predicate<LocalDate>> yearly =
        Arbitraries.integers().between(1, 365).set().ofMaxSize(12).map(days -> date -> days.contains(date.getDayOfYear()));
    Arbitrary<Predicate<LocalDate>> everySecondWeek =
        Arbitraries.integers().between(0, 1).map(rest -> date -> date.getDayOfYear() / 7 % 2 == rest);
    return Arbitraries.oneOf(Arbitraries.just(date -> false), yearly, everySecondWeek);
  }
}
