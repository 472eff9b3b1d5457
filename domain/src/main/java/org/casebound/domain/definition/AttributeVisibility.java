package org.casebound.domain.definition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.shared.RuleViolation;

/**
 * Which attributes of a request are there. Each condition asks only attributes that stand before its own, so one pass in the order of
 * the form decides; an attribute that is not there has no value for those behind it. Thread-safe.
 */
final class AttributeVisibility {
  private final Expressions expressions;

  AttributeVisibility(Expressions expressions) {
    this.expressions = expressions;
  }

  /** Whether the attribute is there after these values. A condition that can not be answered yet does not hold. */
  boolean shows(AttributeDefinition attribute, Map<String, ?> before) {
    return attribute.visibleWhen().isEmpty() || holds(attribute.visibleWhen().get(), before);
  }

  private boolean holds(String condition, Map<String, ?> before) {
    try {
      return expressions.holds(condition, Map.of("request", before));
    } catch (RuleViolation unanswered) {
      return false;
    }
  }

  /** Names of the attributes that are not there with these typed values. */
  Set<String> hidden(List<AttributeDefinition> definitions, Map<String, ?> values) {
    Map<String, Object> seen = new LinkedHashMap<>(values);
    Set<String> hidden = new LinkedHashSet<>();
    for (AttributeDefinition attribute : definitions) {
      if (!shows(attribute, seen)) {
        hidden.add(attribute.name());
        seen.remove(attribute.name());
        AttributeValidation.withoutValue(attribute).ifPresent(value -> seen.put(attribute.name(), value));
      }
    }
    return hidden;
  }
}
