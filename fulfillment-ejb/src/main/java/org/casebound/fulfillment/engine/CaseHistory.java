package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.flow.Incident;
import org.casebound.fulfillment.persistence.CaseRepository;

/** Writes the history: one row per change of state. Works in the caller's transaction. */
@Dependent
public class CaseHistory {
  @Inject private CaseRepository cases;

  /** The case was filed. */
  public void filed(Case filed, String actor) {
    cases.add(
        new HistoryEntry(
            filed.id(), filed.createdAt(), actor, Subject.CASE, filed.number().toString(), "", CaseStatus.NEW.name(), ""));
  }

  /** A person or the system changed the case's status, if it did. */
  public void caseChanged(Case changed, CaseStatus before, String actor, String why, Instant now) {
    if (changed.status() != before) {
      cases.add(
          new HistoryEntry(
              changed.id(),
              now,
              actor,
              Subject.CASE,
              changed.number().toString(),
              before.name(),
              changed.status().name(),
              why));
    }
  }

  /** A person did something to the case that is no change of status, e.g. took it. */
  public void caseNote(Case noted, String actor, String from, String to, String why, Instant now) {
    cases.add(
        new HistoryEntry(noted.id(), now, actor, Subject.CASE, noted.number().toString(), from, to, why));
  }

  /** A work item changed. */
  public void workItem(long caseId, String actor, String step, Enum<?> from, Enum<?> to, String why, Instant now) {
    cases.add(new HistoryEntry(caseId, now, actor, Subject.WORK_ITEM, step, from.name(), to.name(), why));
  }

  /** A person asked to try a failed step again. */
  public void retried(Incident incident, String actor, String reason, Instant now) {
    cases.add(
        new HistoryEntry(
            incident.caseId(), now, actor, Subject.STEP, incident.stepName(), "ERROR", "RETRY", reason));
  }

  void caseChanged(FlowContext context, CaseStatus before, String why) {
    caseChanged(context.workedCase(), before, context.actor(), why, context.now());
  }

  void changed(FlowContext context, Subject subject, String name, Enum<?> from, Enum<?> to, String why) {
    if (from != to) {
      cases.add(
          new HistoryEntry(
              context.workedCase().id(), context.now(), context.actor(), subject, name, from.name(), to.name(), why));
    }
  }
}
