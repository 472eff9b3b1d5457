package org.casebound.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.RuleViolation;

@Domain(RandomCalendars.class)
class SlaClockPropertyTest {
  private static final Instant BEGUN = Instant.parse("2026-03-02T08:00:00Z");

  @Property(tries = 300)
  void elapsedIsTheWorkingTimeWithoutThePauses(
      @ForAll BusinessCalendar calendar, @ForAll Instant started, @ForAll @Size(max = 5) List<Duration> steps) {
    SlaClock clock = SlaClock.startedAt(started);
    Duration expected = Duration.ZERO;
    Instant now = started;
    for (Duration step : steps) {
      Instant before = now;
      now = now.plus(step);
      if (clock.isPaused()) {
        clock = clock.resume(now);
      } else {
        expected = expected.plus(calendar.between(before, now));
        clock = clock.pause("waiting for the customer", now);
      }
    }

    assertThat(clock.elapsed(calendar, now)).isEqualTo(expected);
    assertThat(clock.elapsed(calendar, started)).isZero();
  }

  @Property(tries = 300)
  void atTheDueInstantExactlyTheAllowedTimeHasPassed(
      @ForAll BusinessCalendar calendar, @ForAll Instant started, @ForAll @Size(max = 5) List<Duration> steps, @ForAll Duration allowed) {
    SlaClock clock = pausedAndResumed(started, steps);
    Optional<Instant> due = clock.due(calendar, allowed);

    due.ifPresent(instant -> assertThat(clock.remaining(calendar, allowed, instant)).isZero());
    if (due.isEmpty()) {
      assertThat(clock.isPaused()).isTrue();
      assertThat(clock.remaining(calendar, allowed, started.plus(Duration.ofDays(3_650)))).isPositive();
    }
  }

  @Property(tries = 300)
  void aPauseMovesTheDueInstantNeverForward(
      @ForAll BusinessCalendar calendar, @ForAll Instant started, @ForAll Duration run, @ForAll Duration pause, @ForAll Duration allowed) {
    Instant paused = started.plus(run);
    SlaClock clock = SlaClock.startedAt(started);
    SlaClock later = clock.pause("waiting", paused).resume(paused.plus(pause));
    Instant due = clock.due(calendar, allowed).orElseThrow();

    assertThat(later.due(calendar, allowed).orElseThrow()).isAfterOrEqualTo(due);
    if (due.isBefore(paused)) {
      assertThat(later.due(calendar, allowed)).contains(due);
    }
  }

  @Property(tries = 200)
  void timeNeverRunsBackwards(
      @ForAll BusinessCalendar calendar, @ForAll Instant started, @ForAll @Size(max = 5) List<Duration> steps, @ForAll Duration one, @ForAll Duration more) {
    SlaClock clock = pausedAndResumed(started, steps);
    Instant now = started.plus(one);

    assertThat(clock.elapsed(calendar, now.plus(more))).isGreaterThanOrEqualTo(clock.elapsed(calendar, now));
  }

  @Property(tries = 200)
  void changesBeforeTheLastOneAreRefused(@ForAll Instant started, @ForAll @Size(max = 5) List<Duration> steps) {
    SlaClock clock = pausedAndResumed(started, steps);
    Instant early = steps.stream().reduce(started, Instant::plus, (a, b) -> b).minusNanos(1);

    if (clock.isPaused()) {
      assertRefused("SLA-003", () -> clock.resume(early));
    } else {
      assertRefused("SLA-003", () -> clock.pause("too early", early));
    }
  }

  @Example
  void isPausedAndResumedInTurn() {
    SlaClock running = SlaClock.startedAt(BEGUN);
    SlaClock paused = running.pause("waiting for the customer", BEGUN.plusSeconds(60));

    assertThat(paused.openPause()).map(SlaPause::reason).contains("waiting for the customer");
    assertThat(running.openPause()).isEmpty();
    assertRefused("SLA-002", () -> running.resume(BEGUN));
    assertRefused("SLA-001", () -> paused.pause("again", BEGUN.plusSeconds(90)));
  }

  @Example
  void refusesStoredPausesOutOfOrder() {
    SlaPause open = new SlaPause(BEGUN.plusSeconds(10), Optional.empty(), "a");
    SlaPause ended = new SlaPause(BEGUN.plusSeconds(20), Optional.of(BEGUN.plusSeconds(30)), "b");
    assertRefused("SLA-003", () -> new SlaClock(BEGUN, List.of(open, ended)));
    assertRefused("SLA-003", () -> new SlaClock(BEGUN, List.of(ended, ended)));
    assertRefused("SLA-003", () -> new SlaClock(BEGUN, List.of(new SlaPause(BEGUN, Optional.of(BEGUN.minusNanos(1)), "c"))));
  }

  @Example
  void isNotDueWhilePausedButStaysLateWhenItWas() {
    SlaClock paused = SlaClock.startedAt(BEGUN).pause("waiting", BEGUN.plusSeconds(3_600));
    assertThat(paused.due(BusinessCalendar.ALWAYS, Duration.ofHours(2))).isEmpty();
    assertThat(paused.due(BusinessCalendar.ALWAYS, Duration.ofMinutes(30))).contains(BEGUN.plusSeconds(1_800));
  }

  private static SlaClock pausedAndResumed(Instant started, List<Duration> steps) {
    SlaClock clock = SlaClock.startedAt(started);
    Instant now = started;
    for (Duration step : steps) {
      now = now.plus(step);
      clock = clock.isPaused() ? clock.resume(now) : clock.pause("waiting", now);
    }
    return clock;
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
  }
}
