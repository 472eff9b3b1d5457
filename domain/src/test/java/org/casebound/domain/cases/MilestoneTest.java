package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.calendar.RandomCalendars;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class MilestoneTest {
  private final Milestone milestone = Milestones.running();

  @Test
  void isDueAndWarnsInBusinessTimeFromItsStart() {
    assertThat(milestone.state()).isEqualTo(MilestoneState.RUNNING);
    assertThat(milestone.dueAt()).contains(Milestones.afterHours(4));
    assertThat(milestone.warnAt()).contains(Milestones.afterHours(3));
  }

  @Test
  void isReachedInTimeOrLate() {
    milestone.reach(Milestones.afterHours(4).minusMillis(1));
    assertThat(milestone.state()).isEqualTo(MilestoneState.REACHED);
    Milestone late = Milestones.running();
    late.violate();
    late.reach(Milestones.afterHours(5));
    assertThat(late.state()).isEqualTo(MilestoneState.REACHED_LATE);
    assertThat(remaining(late, 9)).isEqualTo(Duration.ofHours(-1));
  }

  @Test
  void isLateEvenWhenNobodyHasNoticedYet() {
    milestone.reach(Milestones.afterHours(4));
    assertThat(milestone.state()).isEqualTo(MilestoneState.REACHED_LATE);
  }

  @Test
  void isMissedWhenTheCaseIsClosedTooLateAndCanceledWhenItIsClosedBefore() {
    Milestone late = Milestones.running();
    late.abandon(Milestones.afterHours(6));
    assertThat(late.state()).isEqualTo(MilestoneState.MISSED);
    milestone.abandon(Milestones.afterHours(1));
    assertThat(milestone.state()).isEqualTo(MilestoneState.CANCELED);
    assertThat(milestone.endedAt()).contains(Milestones.afterHours(1));
  }

  @Test
  void standsStillWhileItIsPaused() {
    milestone.pause("waiting for the customer", Milestones.afterHours(1));
    assertThat(milestone.state()).isEqualTo(MilestoneState.PAUSED);
    assertThat(milestone.dueAt()).isEmpty();
    assertThat(milestone.warnAt()).isEmpty();
    assertThat(remaining(milestone, 30)).isEqualTo(Duration.ofHours(3));
    milestone.resume(Milestones.ANSWER, BusinessCalendar.ALWAYS, Milestones.afterHours(11));
    assertThat(milestone.state()).isEqualTo(MilestoneState.RUNNING);
    assertThat(milestone.dueAt()).contains(Milestones.afterHours(14));
    assertThat(milestone.warnAt()).contains(Milestones.afterHours(13));
  }

  @Test
  void warnsOnce() {
    milestone.warned();
    milestone.pause("x", Milestones.afterHours(3));
    milestone.resume(Milestones.ANSWER, BusinessCalendar.ALWAYS, Milestones.afterHours(5));
    assertThat(milestone.warnAt()).isEmpty();
  }

  @Test
  void isReachedWhileItIsPaused() {
    milestone.pause("x", Milestones.afterHours(1));
    milestone.reach(Milestones.afterHours(100));
    assertThat(milestone.state()).isEqualTo(MilestoneState.REACHED);
    assertThat(milestone.clock().isPaused()).isFalse();
    assertThat(remaining(milestone, 200)).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void canNotBePausedWhenItsTimeIsOver() {
    assertThat(milestone.pausable(Milestones.afterHours(4).minusMillis(1))).isTrue();
    assertThat(milestone.pausable(Milestones.afterHours(4))).isFalse();
    assertRefused("SLA-004", () -> milestone.pause("x", Milestones.afterHours(4)));
    milestone.violate();
    assertRefused("STATE-001", () -> milestone.pause("x", Milestones.afterHours(5)));
  }

  @Test
  void endsOnce() {
    milestone.reach(Milestones.afterHours(1));
    assertRefused("STATE-001", () -> milestone.reach(Milestones.afterHours(2)));
    assertRefused("STATE-001", () -> milestone.abandon(Milestones.afterHours(2)));
    assertRefused("STATE-001", milestone::violate);
    assertRefused("STATE-001", () -> milestone.resume(Milestones.ANSWER, BusinessCalendar.ALWAYS, Milestones.afterHours(2)));
  }

  @Test
  void leavesOutAWarningThatWouldComeBeforeItsStart() {
    MilestoneDefinition odd = Milestones.within(Duration.ofHours(1), Optional.of(Duration.ofHours(2)));
    assertThat(new Milestone(1, 1, odd, BusinessCalendar.ALWAYS, Milestones.STARTED).warnAt()).isEmpty();
  }

  /** Business time: pauses, nights, holidays and clock changes move the end, never the time that people have. */
  @Property(tries = 300)
  @Domain(RandomCalendars.class)
  @Domain(DomainContext.Global.class)
  void givesPeopleThePromisedTimeWhateverPausesIt(
      @ForAll BusinessCalendar calendar, @ForAll @Size(max = 6) List<Duration> steps, @ForAll Duration within) {
    MilestoneDefinition definition = Milestones.within(within, Optional.of(within.dividedBy(3)));
    Milestone promised = new Milestone(1, 1, definition, calendar, Milestones.STARTED);
    Instant now = Milestones.STARTED;
    for (Duration step : steps) {
      now = now.plus(step);
      if (promised.state() == MilestoneState.PAUSED) {
        promised.resume(definition, calendar, now);
      } else if (promised.pausable(now)) {
        promised.pause("x", now);
      }
    }
    if (promised.state() == MilestoneState.PAUSED) {
      promised.resume(definition, calendar, now);
    }
    Instant due = promised.dueAt().orElseThrow();
    assertThat(promised.clock().elapsed(calendar, due)).isEqualTo(within);
    promised.warnAt().ifPresent(warn -> assertThat(promised.remaining(definition, calendar, warn)).isEqualTo(within.dividedBy(3)));
  }

  private static Duration remaining(Milestone milestone, long hours) {
    return milestone.remaining(Milestones.ANSWER, BusinessCalendar.ALWAYS, Milestones.afterHours(hours));
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
  }
}
