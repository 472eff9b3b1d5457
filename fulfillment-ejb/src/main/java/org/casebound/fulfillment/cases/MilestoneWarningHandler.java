package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.fulfillment.cases.DueMilestones.DueMilestone;
import org.casebound.fulfillment.due.DueTaskHandler;

/** Warns whoever answers for the case that a promised time comes near. */
@Dependent
public class MilestoneWarningHandler implements DueTaskHandler {
  @Inject private DueMilestones milestones;
  @Inject private CaseNotices notices;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.MILESTONE_WARNING;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    DueMilestone due = milestones.of(task);
    if (due.milestone().state() == MilestoneState.RUNNING && DueMilestones.hasCome(due.milestone().warnAt(), now)) {
      due.milestone().warned();
      String left = TimeText.of(due.definition().warnBefore().orElseThrow());
      notices.tell(due.owner(), due.owner().owner(), "'%s' is due in %s.".formatted(due.definition().label(), left), now);
    }
  }
}
