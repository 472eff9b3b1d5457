package org.casebound.fulfillment.integration;

import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.shared.RuleViolation;

/** The value of a row of a mapping. */
final class MappedValue {
  private MappedValue() {}

  /**
   * The value; empty when the row's pointer leads to nothing and it has no default.
   *
   * @param tree what pointers lead into
   * @param facts what expressions see
   * @throws RuleViolation EXPR-001 when the expression can not be evaluated, and there is no default
   */
  static Optional<Object> of(
      MappingRow row, Map<String, Object> tree, Map<String, Object> facts, Expressions expressions) {
    Optional<Object> found = row.pointer().flatMap(pointer -> JsonPointers.find(tree, pointer)).or(() -> computed(row, facts, expressions));
    return found.isPresent() ? found : row.defaultValue().map(expression -> expressions.value(expression, Map.of()));
  }

  private static Optional<Object> computed(MappingRow row, Map<String, Object> facts, Expressions expressions) {
    try {
      return row.expression().map(expression -> expressions.value(expression, facts));
    } catch (RuleViolation absent) {
      if (row.defaultValue().isEmpty()) {
        throw absent;
      }
      return Optional.empty();
    }
  }
}
