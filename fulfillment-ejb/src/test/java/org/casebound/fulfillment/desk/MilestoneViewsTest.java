package org.casebound.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.junit.jupiter.api.Test;

class MilestoneViewsTest {
  private static final Instant STARTED = Instant.parse("2026-03-02T08:00:00Z");
  private static final MilestoneDefinition ANSWER =
      new MilestoneDefinition("answer", "First answer", Duration.ofHours(4), Optional.empty(), Optional.empty(), Optional.empty());

  private final Milestone milestone = new Milestone(1, 1, ANSWER, BusinessCalendar.ALWAYS, STARTED);

  @Test
  void saysHowMuchTimeIsLeft() {
    assertThat(textAfter(110)).isEqualTo("2 h 10 min left");
    assertThat(textAfter(239)).isEqualTo("1 min left");
  }

  @Test
  void saysWhyItStandsStill() {
    milestone.pause("waiting for customer", at(30));
    assertThat(textAfter(10_000)).isEqualTo("paused: waiting for customer");
  }

  @Test
  void saysHowLateItIsWhetherOrNotSomebodyHasNoticed() {
    assertThat(textAfter(280)).isEqualTo("late 40 min");
    milestone.violate();
    assertThat(textAfter(280)).isEqualTo("late 40 min");
    milestone.reach(at(300));
    assertThat(textAfter(10_000)).isEqualTo("reached 1 h late");
  }

  @Test
  void saysHowItEnded() {
    milestone.reach(at(60));
    assertThat(textAfter(10_000)).isEqualTo("reached with 3 h left");
    Milestone left = new Milestone(2, 1, ANSWER, BusinessCalendar.ALWAYS, STARTED);
    left.abandon(at(1));
    assertThat(MilestoneViews.text(left, ANSWER, BusinessCalendar.ALWAYS, at(2))).isEqualTo("ended with the case");
    Milestone missed = new Milestone(3, 1, ANSWER, BusinessCalendar.ALWAYS, STARTED);
    missed.abandon(at(240));
    assertThat(MilestoneViews.text(missed, ANSWER, BusinessCalendar.ALWAYS, at(300))).isEqualTo("missed");
  }

  private String textAfter(long minutes) {
    return MilestoneViews.text(milestone, ANSWER, BusinessCalendar.ALWAYS, at(minutes));
  }

  private static Instant at(long minutes) {
    return STARTED.plus(Duration.ofMinutes(minutes));
  }
}
