package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.CaseRules;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Keeps what a process promises about its cases in step with the case. A process without milestones and escalation rules costs no
 * statement here. Works in the caller's transaction.
 */
@Dependent
public class CaseCourse {
  @Inject private PromisedTimes promises;
  @Inject private CaseEscalations escalations;
  @Inject private CaseHistory history;

  /**
   * A case was filed in this transaction: its times begin to run. What can not be counted does not cost the case; the history says so.
   */
  public void filed(Case filed, PublishedProcess process, Instant now) {
    CaseRules rules = process.process().rules();
    try {
      if (!rules.milestones().isEmpty()) {
        promises.start(filed, process, now);
      }
      if (!rules.escalations().isEmpty()) {
        escalations.schedule(filed, process, now);
      }
    } catch (RuleViolation uncountable) {
      history.remark(filed, HistoryEntry.SYSTEM, "Promised times are not counted. " + uncountable.getMessage(), now);
    }
  }

  /** A case was reopened in this transaction: its times are measured anew. */
  public void reopened(Case reopened, PublishedProcess process, Instant now) {
    CaseRules rules = process.process().rules();
    if (!rules.milestones().isEmpty()) {
      promises.startAnew(reopened, process, now);
    }
    if (!rules.escalations().isEmpty()) {
      escalations.scheduleAnew(reopened, process, now);
    }
  }

  /**
   * A case or its request may have changed in this transaction: milestones may be reached. Whoever changed several things tells it
   * once, after the last of them.
   *
   * @param actor who or what changed it
   */
  public void changed(Case changed, ServiceCatalogRequest request, PublishedProcess process, String actor, Instant now) {
    CaseRules rules = process.process().rules();
    if (rules.milestones().isEmpty()) {
      return;
    }
    if (changed.status() == CaseStatus.CLOSED) {
      promises.end(changed, CaseFacts.of(process, changed, request), process, actor, now);
    } else if (rules.milestones().stream().anyMatch(milestone -> milestone.reachedWhen().isPresent())) {
      promises.check(changed, CaseFacts.of(process, changed, request), process, actor, now);
    }
  }
}
