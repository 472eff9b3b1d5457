package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.definition.Deadline.Escalation;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.cases.DueMilestones.DueMilestone;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Ends the time of a milestone that was not reached, and escalates its case: at once, or later when the definition says so. */
@Dependent
public class MilestoneViolationHandler implements DueTaskHandler {
  @Inject private DueMilestones milestones;
  @Inject private MilestoneTasks tasks;
  @Inject private EscalationAction action;
  @Inject private CaseHistory history;
  @Inject private Calendars calendars;
  @Inject private ProcessCatalog catalog;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.MILESTONE_VIOLATION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    DueMilestone due = milestones.of(task);
    if (due.owner().status() == CaseStatus.CLOSED) {
      return;
    }
    if (task.name().equals(MilestoneTasks.ACTION)) {
      if (due.milestone().state() == MilestoneState.VIOLATED) {
        act(due, now);
      }
    } else if (due.milestone().state() == MilestoneState.RUNNING && DueMilestones.hasCome(due.milestone().dueAt(), now)) {
      violate(due, now);
    }
  }

  private void violate(DueMilestone due, Instant now) {
    due.milestone().violate();
    history.milestone(due.milestone(), MilestoneState.RUNNING, HistoryEntry.SYSTEM, "", now);
    Duration after = due.definition().onViolation().map(Escalation::after).orElse(Duration.ZERO);
    if (after.isZero()) {
      act(due, now);
    } else {
      ProcessBundle bundle = catalog.require(due.owner().processName(), due.owner().processVersion()).bundle();
      tasks.act(due.milestone(), calendars.of(bundle, Optional.empty()).add(now, after));
    }
  }

  private void act(DueMilestone due, Instant now) {
    action.escalate(due.owner(), due.definition().onViolation(), "'%s' is late".formatted(due.definition().label()), now);
  }
}
