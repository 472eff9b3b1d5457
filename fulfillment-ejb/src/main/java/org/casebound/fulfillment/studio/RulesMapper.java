package org.casebound.fulfillment.studio;

import org.casebound.domain.definition.CaseRules;
import org.casebound.domain.definition.RetentionRule;

/** Makes the rules of a process of a checked tree. */
final class RulesMapper {
  private RulesMapper() {}

  static CaseRules rules(Place process) {
    return new CaseRules(
        process.text("calendar"),
        process.items("assignmentRules").stream().map(RulesMapper::assignment).toList(),
        process.items("escalationRules").stream().map(RulesMapper::escalation).toList(),
        process.items("milestones").stream().map(RulesMapper::milestone).toList(),
        retention(process.at("retention")));
  }

  private static RetentionRule retention(Place place) {
    return new RetentionRule(Durations.at(place, "erasePersonalDataAfter"), Durations.at(place, "purgeAfter"));
  }

  private static CaseRules.AssignmentRule assignment(Place place) {
    return new CaseRules.AssignmentRule(place.text("when"), place.text("queue").orElseThrow());
  }

  private static CaseRules.EscalationRule escalation(Place place) {
    return new CaseRules.EscalationRule(
        BundleMapper.name(place),
        Durations.at(place, "age").orElseThrow(),
        place.text("when"),
        DeadlineMapper.escalation(place));
  }

  private static CaseRules.MilestoneDefinition milestone(Place place) {
    return new CaseRules.MilestoneDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        Durations.at(place, "within").orElseThrow(),
        Durations.at(place, "warnBefore"),
        place.text("reachedWhen"),
        DeadlineMapper.escalation(place, "onViolation"));
  }
}
