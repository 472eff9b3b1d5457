package org.casebound.domain.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A tree of plain values by name: text, Boolean, Long, BigDecimal, List and Map; what JSON can say. Immutable at its top level;
 * the caller does not change nested lists and maps.
 */
public record Values(Map<String, Object> asMap) {
  /** No values at all. */
  public static final Values EMPTY = new Values(Map.of());

  public Values {
    asMap = Collections.unmodifiableMap(new LinkedHashMap<>(asMap));
  }

  /** These values with the given ones added or replaced. */
  public Values with(Map<String, Object> changes) {
    if (changes.isEmpty()) {
      return this;
    }
    Map<String, Object> merged = new LinkedHashMap<>(asMap);
    merged.putAll(changes);
    return new Values(merged);
  }

  /** These values but for the named ones. */
  public Values without(Set<String> names) {
    Map<String, Object> rest = new LinkedHashMap<>(asMap);
    rest.keySet().removeAll(names);
    return new Values(rest);
  }
}
