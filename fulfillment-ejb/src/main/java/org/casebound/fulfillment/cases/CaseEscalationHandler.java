package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.definition.CaseRules.EscalationRule;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Asks an escalation rule about a case that has reached its age. A rule that can not be asked escalates, too: a case that nobody
 * looks at is the worse mistake.
 */
@Dependent
public class CaseEscalationHandler implements DueTaskHandler {
  @Inject private CaseRepository cases;
  @Inject private LockedCases locked;
  @Inject private ProcessCatalog catalog;
  @Inject private Expressions expressions;
  @Inject private EscalationAction action;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.CASE_ESCALATION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    Case old = locked.lock(task.subjectId()).orElseThrow();
    if (old.status() == CaseStatus.CLOSED) {
      return;
    }
    PublishedProcess process = catalog.require(old.processName(), old.processVersion());
    process.process().rules().escalations().stream()
        .filter(rule -> rule.name().equals(task.name()))
        .forEach(rule -> reason(rule, old, process).ifPresent(why -> action.escalate(old, Optional.of(rule.action()), why, now)));
  }

  /** Why the rule escalates the case; empty when it does not. */
  private Optional<String> reason(EscalationRule rule, Case old, PublishedProcess process) {
    String age = "open for %s (rule '%s')".formatted(TimeText.of(rule.age()), rule.name());
    try {
      boolean holds =
          rule.when().isEmpty()
              || expressions.holds(rule.when().get(), CaseFacts.of(process, old, cases.requestOf(old.id())).byName());
      return holds ? Optional.of(age) : Optional.empty();
    } catch (RuleViolation broken) {
      return Optional.of("%s; its condition could not be asked. %s".formatted(age, broken.getMessage()));
    }
  }
}
