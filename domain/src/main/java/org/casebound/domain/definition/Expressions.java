package org.casebound.domain.definition;

import java.util.Map;

/** Evaluates the expressions of definitions. Implementations are thread-safe and free of side effects. */
public interface Expressions {
  /**
   * The value of an expression.
   *
   * @param expression CEL text that was checked when its definition was published
   * @param facts values by name: {@code case}, {@code request}, {@code steps}, {@code vars}, {@code fault}, {@code reply}, {@code input}
   * @return text, number (Long or BigDecimal), Boolean, List, Map, or an empty text for an absent value
   * @throws org.casebound.domain.shared.RuleViolation EXPR-001 when it can not be evaluated with these facts
   */
  Object value(String expression, Map<String, Object> facts);

  /**
   * Whether a condition holds.
   *
   * @throws org.casebound.domain.shared.RuleViolation EXPR-001 when it can not be evaluated or is not a yes or no
   */
  boolean holds(String condition, Map<String, Object> facts);
}
