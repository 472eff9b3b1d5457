package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.persistence.MilestoneRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Finds what a due task of a milestone is about. */
@Dependent
class DueMilestones {
  @Inject private LockedCases cases;
  @Inject private MilestoneRepository milestones;
  @Inject private ProcessCatalog catalog;

  /** A milestone with its case, which is locked, and its definition. */
  record DueMilestone(Case owner, Milestone milestone, MilestoneDefinition definition) {}

  DueMilestone of(DueTask task) {
    Case locked = cases.lock(task.caseId().orElseThrow()).orElseThrow();
    Milestone milestone = milestones.find(task.subjectId()).orElseThrow();
    MilestoneDefinition definition =
        catalog.require(locked.processName(), locked.processVersion()).process().rules().milestones().stream()
            .filter(known -> known.name().equals(milestone.name()))
            .findFirst()
            .orElseThrow();
    return new DueMilestone(locked, milestone, definition);
  }

  /**
   * Whether the time has come.
   *
   * @param at empty: there is nothing to do any more
   * @throws StaleRecord DUE-002 when it was moved to a later time after the task was found due; the task stays
   */
  static boolean hasCome(Optional<Instant> at, Instant now) {
    if (at.filter(now::isBefore).isPresent()) {
      throw new StaleRecord("DUE-002", "The time of a milestone was moved to %s while it was looked at.".formatted(at.get()));
    }
    return at.isPresent();
  }
}
