package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks the rules by which the cases of a process are managed. */
final class RulesMeaning {
  private final BundleIndex index;
  private final ExpressionCheck expressions;
  private final DeadlineMeaning deadlines;
  private final Problems problems;

  RulesMeaning(BundleIndex index, Problems problems) {
    this.index = index;
    this.expressions = new ExpressionCheck(FlowNames.ofRequest(index));
    this.deadlines = new DeadlineMeaning(index, problems);
    this.problems = problems;
  }

  void check(Place process) {
    deadlines.calendar(process.at("calendar"));
    assignment(process.items("assignmentRules"));
    List<Place> escalations = process.items("escalationRules");
    UniqueNames.check("escalation rule", escalations, problems);
    for (Place rule : escalations) {
      DurationMeaning.positive(rule.at("age"), Durations.LONGEST, problems);
      ExpressionReport.check(expressions, rule.at("when"), ValueKind.TRUTH, problems);
      deadlines.escalation(rule, expressions);
    }
    UniqueNames.check("milestone", process.items("milestones"), problems);
    process.items("milestones").forEach(this::milestone);
    retention(process.at("retention"));
  }

  private void retention(Place rule) {
    Optional<Duration> erase = DurationMeaning.positive(rule.at("erasePersonalDataAfter"), Durations.LONGEST, problems);
    Optional<Duration> purge = DurationMeaning.positive(rule.at("purgeAfter"), Durations.LONGEST, problems);
    if (erase.isPresent() && purge.isPresent() && purge.get().compareTo(erase.get()) < 0) {
      problems.at(rule.at("purgeAfter"), "The case would be purged before its personal data is erased.", "Make it longer, or leave one out.");
    }
  }

  private void assignment(List<Place> rules) {
    for (int i = 0; i < rules.size(); i++) {
      Place rule = rules.get(i);
      References.check("queue", rule.at("queue"), index.queues().keySet(), problems);
      ExpressionReport.check(expressions, rule.at("when"), ValueKind.TRUTH, problems);
      if (rule.node().isObject() && !rule.has("when") && i + 1 < rules.size()) {
        problems.at(rule, "This rule always holds; those after it are never asked.", "Add 'when', or move it to the end.");
      }
    }
  }

  private void milestone(Place milestone) {
    Optional<Duration> within = DurationMeaning.positive(milestone.at("within"), Durations.LONGEST, problems);
    Optional<Duration> warning = DurationMeaning.positive(milestone.at("warnBefore"), Durations.LONGEST, problems);
    if (within.isPresent() && warning.isPresent() && warning.get().compareTo(within.get()) >= 0) {
      problems.at(
          milestone.at("warnBefore"),
          "The warning would come before the case is filed: %s are promised.".formatted(within.get()),
          "Make it shorter than 'within'.");
    }
    ExpressionReport.check(expressions, milestone.at("reachedWhen"), ValueKind.TRUTH, problems);
    deadlines.escalation(milestone.at("onViolation"), expressions);
  }
}
