package org.casebound.domain.shared;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** Whether both say the same in JSON, where numbers have no types. */
  public boolean saysTheSameAs(Values other) {
    return same(asMap, other.asMap);
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof Number && other instanceof Number) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    } else if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
      return map.keySet().equals(otherMap.keySet())
          && map.keySet().stream().allMatch(key -> same(map.get(key), otherMap.get(key)));
    } else if (one instanceof List<?> list && other instanceof List<?> otherList) {
      return list.size() == otherList.size()
          && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), otherList.get(i)));
    }
    return one.equals(other);
  }

  /** These values as lists of texts; one that is no list is an empty list. */
  public Map<String, List<String>> asTexts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    asMap.forEach((name, value) -> texts.put(name, value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of()));
    return texts;
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
