package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DueTaskRepository;

/**
 * The due tasks of a milestone. Those of one that was paused or has ended stay and do nothing when their time comes: that costs less
 * than to look for them.
 */
@Dependent
class MilestoneTasks {
  /** Name of the task that acts on a milestone which was violated a while ago; its two others have no name. */
  static final String ACTION = "action";

  private static final String PLAIN = "";

  @Inject private DueTaskRepository tasks;
  @Inject private DueTaskPlans plans;

  /** A new milestone warns and ends. */
  void plan(Milestone started) {
    started.warnAt().ifPresent(at -> add(started, DueTaskKind.MILESTONE_WARNING, PLAIN, at));
    started.dueAt().ifPresent(at -> add(started, DueTaskKind.MILESTONE_VIOLATION, PLAIN, at));
  }

  /** A milestone that runs again warns and ends at other times. */
  void move(Milestone resumed) {
    List<DueTask> known = tasks.of(resumed.id(), Set.of(DueTaskKind.MILESTONE_WARNING, DueTaskKind.MILESTONE_VIOLATION));
    resumed.warnAt().ifPresent(at -> move(resumed, known, DueTaskKind.MILESTONE_WARNING, at));
    resumed.dueAt().ifPresent(at -> move(resumed, known, DueTaskKind.MILESTONE_VIOLATION, at));
  }

  /** What the process wants to be done about a violated milestone is done later. */
  void act(Milestone violated, Instant at) {
    add(violated, DueTaskKind.MILESTONE_VIOLATION, ACTION, at);
  }

  private void move(Milestone resumed, List<DueTask> known, DueTaskKind kind, Instant at) {
    known.stream()
        .filter(task -> task.kind() == kind && task.name().equals(PLAIN))
        .findFirst()
        .ifPresentOrElse(task -> task.move(at), () -> add(resumed, kind, PLAIN, at));
  }

  private void add(Milestone milestone, DueTaskKind kind, String name, Instant at) {
    plans.plan(kind, milestone.caseId(), milestone.id(), name, at, Values.EMPTY);
  }
}
