package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.calendar.SlaPause;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.cases.TimeText;
import org.casebound.fulfillment.persistence.MilestoneRepository;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Makes the views of a case's promised times; how much time is left is counted when somebody looks. */
@Dependent
class MilestoneViews {
  @Inject private MilestoneRepository milestones;
  @Inject private Calendars calendars;
  @Inject private Clock clock;

  /** The milestones, oldest first; costs nothing when the process declares none. */
  List<MilestoneView> of(Case seen, PublishedProcess process) {
    if (process.process().rules().milestones().isEmpty()) {
      return List.of();
    }
    BusinessCalendar calendar = calendars.of(process.bundle(), Optional.empty());
    return milestones.of(seen.id()).stream().map(milestone -> view(milestone, definition(process, milestone), calendar)).toList();
  }

  private static MilestoneDefinition definition(PublishedProcess process, Milestone milestone) {
    return process.process().rules().milestones().stream().filter(known -> known.name().equals(milestone.name())).findFirst().orElseThrow();
  }

  private MilestoneView view(Milestone milestone, MilestoneDefinition definition, BusinessCalendar calendar) {
    return new MilestoneView(
        milestone.name(),
        definition.label(),
        milestone.state(),
        text(milestone, definition, calendar, clock.instant()),
        milestone.startedAt(),
        milestone.dueAt(),
        milestone.endedAt());
  }

  /** How a milestone stands, in words. */
  static String text(Milestone milestone, MilestoneDefinition definition, BusinessCalendar calendar, Instant now) {
    Duration left = milestone.remaining(definition, calendar, now);
    return switch (milestone.state()) {
      case RUNNING, VIOLATED -> left.isNegative() || left.isZero() ? "late " + TimeText.of(left) : TimeText.of(left) + " left";
      case PAUSED -> "paused: " + milestone.clock().openPause().map(SlaPause::reason).orElse("");
      case REACHED -> "reached with %s left".formatted(TimeText.of(left));
      case REACHED_LATE -> "reached %s late".formatted(TimeText.of(left));
      case MISSED -> "missed";
      case CANCELED -> "ended with the case";
    };
  }
}
