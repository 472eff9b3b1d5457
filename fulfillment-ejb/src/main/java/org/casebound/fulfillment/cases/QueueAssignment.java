package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.CaseRules.AssignmentRule;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Finds the queue of a new case by the rules of its process. Reads and writes nothing. */
@Dependent
public class QueueAssignment {
  private final Expressions expressions;

  @Inject
  public QueueAssignment(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * Puts a new case, which is not saved yet, into the queue of the first rule that holds; without one it stays in the queue of the
   * process. It stays there, too, when a rule can not be evaluated: the case is worth more than the rule.
   *
   * @return what the history should say about it; empty text when there is nothing to say
   */
  public String assign(PublishedProcess process, Case filed, ServiceCatalogRequest request) {
    List<AssignmentRule> rules = process.process().rules().assignment();
    if (rules.isEmpty()) {
      return "";
    }
    CaseFacts facts = CaseFacts.of(process, filed, request);
    for (int i = 0; i < rules.size(); i++) {
      try {
        if (holds(rules.get(i).when(), facts)) {
          filed.assign(Owner.queue(rules.get(i).queue()));
          return "";
        }
      } catch (RuleViolation broken) {
        return "Assignment rule %d could not be asked, so the case is in the queue of its process. %s".formatted(i + 1, broken.getMessage());
      }
    }
    return "";
  }

  private boolean holds(Optional<String> condition, CaseFacts facts) {
    return condition.isEmpty() || expressions.holds(condition.get(), facts.byName());
  }
}
