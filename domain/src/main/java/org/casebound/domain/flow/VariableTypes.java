package org.casebound.domain.flow;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.Article;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What declared variables may hold. */
final class VariableTypes {
  private VariableTypes() {}

  /**
   * The value, when the variable may hold it; an empty text, which stands for no value, always may.
   *
   * @param declared null when the variable is not declared and may hold anything
   * @throws RuleViolation FLOW-006 when it may not
   */
  static Object checked(@Nullable VariableDefinition declared, Object value) {
    if (declared != null && !value.equals("") && !fits(declared.type(), value)) {
      throw new RuleViolation(
          "FLOW-006",
          "Variable '%s' is %s and can not hold %s; mend the expression or the variable's type."
              .formatted(declared.name(), Article.with(declared.type().name()), Article.with(value.getClass().getSimpleName())));
    }
    return value;
  }

  /** What a variable without a default begins with. */
  static Object empty(VariableDefinition.Type type) {
    return switch (type) {
      case BOOLEAN -> false;
      case LIST -> List.of();
      case MAP -> Map.of();
      case TEXT, NUMBER, ANY -> "";
    };
  }

  private static boolean fits(VariableDefinition.Type type, Object value) {
    return switch (type) {
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      case LIST -> value instanceof List<?>;
      case MAP -> value instanceof Map<?, ?>;
      case ANY -> true;
    };
  }
}
