package org.casebound.fulfillment.studio;

import org.casebound.domain.shared.ApiName;
import org.casebound.domain.shared.RuleViolation;

/** Names that stand as keys: outputs and variables. */
final class VariableNames {
  private VariableNames() {}

  static void check(String name, Place value, Problems problems) {
    try {
      ApiName.require(name);
      UniqueNames.speakable(value, name, problems);
    } catch (RuleViolation violation) {
      problems.atKey(value, String.valueOf(violation.getMessage()), "");
    }
  }
}
