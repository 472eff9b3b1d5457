package org.casebound.fulfillment.studio.cel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An expression that only names a value, e.g. {@code request.amount}. It is read without CEL, so that the value passes on exactly
 * as it is, decimals included.
 */
record FactPath(List<String> names) {
  private static final Pattern PATH =
      Pattern.compile("\\s*+[A-Za-z_]\\w*+(?:\\.[A-Za-z_]\\w*+)++\\s*+");

  static Optional<FactPath> of(String expression) {
    return PATH.matcher(expression).matches()
        ? Optional.of(new FactPath(List.of(expression.strip().split("\\."))))
        : Optional.empty();
  }

  /** The value; empty when some name is missing. */
  Optional<Object> in(Map<String, Object> facts) {
    Object value = facts.get(names.get(0));
    value = value instanceof Map<?, ?> map ? new FactMap(map, FactMap.Scope.ofFact(names.get(0))) : null;
    for (String name : names.subList(1, names.size())) {
      value = value instanceof FactMap map ? map.raw(name) : null;
    }
    return Optional.ofNullable(value instanceof FactMap map ? map.source() : value);
  }
}
