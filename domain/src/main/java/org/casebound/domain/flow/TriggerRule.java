package org.casebound.domain.flow;

import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.shared.RuleViolation;

/** Decides whether a change starts a flow (specification, section C). */
public final class TriggerRule {
  private final TriggerDefinition trigger;
  private final Expressions expressions;

  public TriggerRule(TriggerDefinition trigger, Expressions expressions) {
    this.trigger = trigger;
    this.expressions = expressions;
  }

  /**
   * Whether the change starts the flow: the watched record was changed in the watched way, the condition holds and, where the
   * trigger asks for that, did not hold before.
   *
   * @throws org.casebound.domain.shared.RuleViolation EXPR-001 when the condition can not be evaluated after the change
   */
  public boolean startedBy(RecordChange change) {
    boolean watched = change.created() ? trigger.on().created() : trigger.on().updated();
    return watched
        && change.records().contains(trigger.record())
        && holdsAfter(change)
        && !(trigger.onlyWhenBecomesTrue() && !change.created() && heldBefore(change));
  }

  /**
   * Whether the condition holds on the records as they are now; asked again when a scheduled start is due.
   *
   * @throws org.casebound.domain.shared.RuleViolation EXPR-001 when the condition can not be evaluated
   */
  public boolean holdsAfter(RecordChange change) {
    return trigger
        .condition()
        .map(condition -> expressions.holds(condition, change.factsAfter(trigger.record())))
        .orElse(true);
  }

  /** A condition that could not be evaluated before did not hold before. */
  private boolean heldBefore(RecordChange change) {
    return trigger
        .condition()
        .map(
            condition -> {
              try {
                return expressions.holds(condition, change.factsBefore(trigger.record()));
              } catch (RuleViolation unreadable) {
                return false;
              }
            })
        .orElse(true);
  }
}
