package org.casebound.fulfillment.integration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;

/** JSON pointers (RFC 6901) into trees of maps, lists and plain values. */
final class JsonPointers {
  private JsonPointers() {}

  /** What the pointer leads to; empty when there is nothing. */
  static Optional<Object> find(Map<String, Object> tree, String pointer) {
    Object at = tree;
    for (String name : names(pointer)) {
      Object next = null;
      if (at instanceof Map<?, ?> map) {
        next = map.get(name);
      } else if (at instanceof List<?> list && isIndex(name) && Integer.parseInt(name) < list.size()) {
        next = list.get(Integer.parseInt(name));
      }
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /**
   * Puts a value where the pointer leads; what is missing on the way is made: lists for numbers, maps for other names. A list only grows
   * by one.
   *
   * @param tree made of maps and lists that can be changed
   * @throws RuleViolation INTG-003 when something else is in the way
   */
  static void put(Map<String, Object> tree, String pointer, Object value) {
    List<String> names = names(pointer);
    Object at = tree;
    for (int i = 0; i < names.size() - 1; i++) {
      at = step(at, names.get(i), isIndex(names.get(i + 1)) ? new ArrayList<>() : new LinkedHashMap<>(), pointer);
    }
    set(at, names.get(names.size() - 1), value, pointer);
  }

  private static Object step(Object at, String name, Object fresh, String pointer) {
    Optional<Object> there = at instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : item(at, name);
    if (there.isPresent()) {
      return there.get();
    }
    set(at, name, fresh, pointer);
    return fresh;
  }

  private static Optional<Object> item(Object at, String name) {
    return at instanceof List<?> list && isIndex(name) && Integer.parseInt(name) < list.size()
        ? Optional.of(list.get(Integer.parseInt(name)))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked")
  private static void set(Object at, String name, Object value, String pointer) {
    if (at instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put(name, value);
    } else if (at instanceof List<?> list && isIndex(name) && Integer.parseInt(name) == list.size()) {
      ((List<Object>) list).add(value);
    } else if (at instanceof List<?> list && isIndex(name) && Integer.parseInt(name) < list.size()) {
      ((List<Object>) list).set(Integer.parseInt(name), value);
    } else {
      throw new RuleViolation("INTG-003", "Nothing can be put at %s: something else is in the way, or a list has a gap.".formatted(pointer));
    }
  }

  private static boolean isIndex(String name) {
    return name.matches("0|[1-9][0-9]{0,3}");
  }

  private static List<String> names(String pointer) {
    return List.of(pointer.substring(1).split("/", -1)).stream().map(name -> name.replace("~1", "/").replace("~0", "~")).toList();
  }
}
