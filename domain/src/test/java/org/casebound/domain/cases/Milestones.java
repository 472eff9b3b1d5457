package org.casebound.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;

/** Milestones for tests. */
final class Milestones {
  static final Instant STARTED = Instant.parse("2026-03-02T08:00:00Z");

  /** Four hours, with a warning one hour before. */
  static final MilestoneDefinition ANSWER = within(Duration.ofHours(4), Optional.of(Duration.ofHours(1)));

  private Milestones() {}

  static MilestoneDefinition within(Duration within, Optional<Duration> warnBefore) {
    return new MilestoneDefinition("answer", "First answer", within, warnBefore, Optional.empty(), Optional.empty());
  }

  /** One that runs around the clock since {@link #STARTED}. */
  static Milestone running() {
    return new Milestone(7, 51, ANSWER, BusinessCalendar.ALWAYS, STARTED);
  }

  static Instant after(Duration time) {
    return STARTED.plus(time);
  }

  static Instant afterHours(long hours) {
    return after(Duration.ofHours(hours));
  }
}
