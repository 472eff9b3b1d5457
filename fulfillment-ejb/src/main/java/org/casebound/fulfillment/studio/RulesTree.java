package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casebound.domain.definition.CaseRules;
import org.casebound.domain.definition.RetentionRule;

/** Adds the rules of a process to its tree; a process without rules keeps the tree that it always had. */
final class RulesTree {
  private RulesTree() {}

  static void add(ObjectNode process, CaseRules rules) {
    rules.calendar().ifPresent(value -> process.put("calendar", value));
    if (!rules.assignment().isEmpty()) {
      process.set("assignmentRules", array(rules.assignment(), RulesTree::assignment));
    }
    if (!rules.escalations().isEmpty()) {
      process.set("escalationRules", array(rules.escalations(), RulesTree::escalation));
    }
    if (!rules.milestones().isEmpty()) {
      process.set("milestones", array(rules.milestones(), RulesTree::milestone));
    }
    if (!rules.retention().equals(RetentionRule.FOREVER)) {
      process.set("retention", retention(rules.retention()));
    }
  }

  private static ObjectNode retention(RetentionRule rule) {
    ObjectNode node = object();
    rule.erasePersonalDataAfter().ifPresent(value -> node.put("erasePersonalDataAfter", Durations.text(value)));
    rule.purgeAfter().ifPresent(value -> node.put("purgeAfter", Durations.text(value)));
    return node;
  }

  private static ObjectNode assignment(CaseRules.AssignmentRule rule) {
    ObjectNode node = object().put("queue", rule.queue());
    rule.when().ifPresent(value -> node.put("when", value));
    return node;
  }

  private static ObjectNode escalation(CaseRules.EscalationRule rule) {
    ObjectNode node = object().put("name", rule.name()).put("age", Durations.text(rule.age()));
    rule.when().ifPresent(value -> node.put("when", value));
    return DeadlineTree.withAction(node, rule.action());
  }

  private static ObjectNode milestone(CaseRules.MilestoneDefinition milestone) {
    ObjectNode node =
        object()
            .put("name", milestone.name())
            .put("label", milestone.label())
            .put("within", Durations.text(milestone.within()));
    milestone.warnBefore().ifPresent(value -> node.put("warnBefore", Durations.text(value)));
    milestone.reachedWhen().ifPresent(value -> node.put("reachedWhen", value));
    milestone.onViolation().ifPresent(value -> node.set("onViolation", DeadlineTree.escalation(value)));
    return node;
  }
}
