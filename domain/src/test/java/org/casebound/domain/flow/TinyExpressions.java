package org.casebound.domain.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.shared.RuleViolation;

/**
 * Just enough of a language for tests: {@code 'text'}, whole numbers, {@code true}, {@code false}, lists such as {@code [1, 2]},
 * paths such as {@code steps.verify.outcome}, {@code a == b}, {@code a != b}, {@code a + b}. A path that leads nowhere can not be
 * evaluated.
 */
final class TinyExpressions implements Expressions {
  @Override
  public Object value(String expression, Map<String, Object> facts) {
    String text = expression.strip();
    int operator = text.indexOf(" == ");
    if (operator > 0) {
      return value(text.substring(0, operator), facts).equals(value(text.substring(operator + 4), facts));
    }
    operator = text.indexOf(" != ");
    if (operator > 0) {
      return !value(text.substring(0, operator), facts).equals(value(text.substring(operator + 4), facts));
    }
    operator = text.indexOf(" + ");
    if (operator > 0) {
      return (Long) value(text.substring(0, operator), facts) + (Long) value(text.substring(operator + 3), facts);
    }
    if (text.startsWith("[")) {
      String items = text.substring(1, text.length() - 1);
      return items.isBlank() ? List.of() : Arrays.stream(items.split(",")).map(item -> value(item, facts)).toList();
    }
    if (text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("\\d+") ? (Object) Long.valueOf(text) : path(text, facts);
  }

  @Override
  public boolean holds(String condition, Map<String, Object> facts) {
    if (value(condition, facts) instanceof Boolean holds) {
      return holds;
    }
    throw new RuleViolation("EXPR-001", "'%s' is not a yes or no".formatted(condition));
  }

  private static Object path(String path, Map<String, Object> facts) {
    Object found = facts;
    for (String name : path.split("\\.")) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
      if (found == null) {
        throw new RuleViolation("EXPR-001", "there is no '%s'".formatted(path));
      }
    }
    return found;
  }
}
