package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.CaseRules.EscalationRule;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DueTaskRepository;
import org.casebound.fulfillment.studio.PublishedProcess;

/** When the escalation rules of a process are asked about a case. A task that finds its case closed does nothing. */
@Dependent
class CaseEscalations {
  @Inject private DueTaskRepository tasks;
  @Inject private DueTaskPlans plans;
  @Inject private Calendars calendars;

  /** Every rule is asked when the case has its age, counted in business time from now. */
  void schedule(Case begun, PublishedProcess process, Instant now) {
    BusinessCalendar calendar = calendars.of(process.bundle(), Optional.empty());
    for (EscalationRule rule : process.process().rules().escalations()) {
      Instant due = calendar.add(now, rule.age());
      plans.plan(DueTaskKind.CASE_ESCALATION, begun.id(), begun.id(), rule.name(), due, Values.EMPTY);
    }
  }

  /** The same for a reopened case: what was to be asked about its former age is not asked any more. */
  void scheduleAnew(Case reopened, PublishedProcess process, Instant now) {
    tasks.cancel(reopened.id(), Set.of(DueTaskKind.CASE_ESCALATION));
    schedule(reopened, process, now);
  }
}
