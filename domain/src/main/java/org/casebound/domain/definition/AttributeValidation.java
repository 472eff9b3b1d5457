package org.casebound.domain.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks attribute values strictly against their definitions: request attributes, and the fields of a work item's form. Immutable
 * and thread-safe.
 */
public final class AttributeValidation {
  private final AttributeRules rules;
  private final AttributeRows rows;
  private final AttributeVisibility visibility;

  public AttributeValidation(TextPatterns patterns, Expressions expressions) {
    this.rules = new AttributeRules(patterns);
    this.rows = new AttributeRows(rules, this);
    this.visibility = new AttributeVisibility(expressions);
  }

  /**
   * Checks all the values of a request or a form. A value that is null, an empty text or an empty list counts as not given; then
   * the default is taken. Without one, a Checkbox or Toggle that may be left out is false, a MultiSelectPicklist has no choice, a list
   * no rows and a Map no columns; other attributes have no value then. A DisplayText has none at all, so it is never given. The value of
   * an attribute that is not visible is not looked at: it counts as not given, and may be missing even if it is required.
   *
   * @param base JSON pointer of the map, e.g. {@code /attributes}
   * @param definitions what may and must be given
   * @param raw values as they came in: text, Number, Boolean, List, Map or null
   */
  public AttributeCheck check(
      String base, List<AttributeDefinition> definitions, Map<String, ?> raw) {
    return run(base, definitions, raw, true);
  }

  /**
   * Checks some values that change: nothing is missing, no default is taken, and an empty value clears its attribute unless that
   * one is required.
   *
   * @see #check
   */
  public AttributeCheck checkChanges(
      String base, List<AttributeDefinition> definitions, Map<String, ?> raw) {
    return run(base, definitions, raw, false);
  }

  /**
   * Names of the attributes that are not there, because the condition of each does not hold with these typed values.
   *
   * @param values typed values by name; those of attributes that are not there count as not given
   */
  public Set<String> hidden(List<AttributeDefinition> definitions, Map<String, ?> values) {
    return visibility.hidden(definitions, values);
  }

  private AttributeCheck run(
      String base, List<AttributeDefinition> definitions, Map<String, ?> raw, boolean whole) {
    List<AttributeProblem> problems = new ArrayList<>(unknown(base, definitions, raw));
    Map<String, Object> values = new LinkedHashMap<>();
    Set<String> cleared = new LinkedHashSet<>();
    Set<String> hidden = new LinkedHashSet<>();
    for (AttributeDefinition attribute : definitions) {
      String name = attribute.name();
      if (whole && !visibility.shows(attribute, values)) {
        hidden.add(name);
        withoutValue(attribute).ifPresent(value -> values.put(name, value));
        continue;
      }
      if (!attribute.type().hasValue()) {
        continue;
      }
      Optional<Object> given = given(raw.get(name));
      if (given.isEmpty() && whole) {
        given = attribute.defaultValue().map(text -> fromText(attribute, text));
        if (given.isEmpty() && !attribute.required() && withoutValue(attribute).isPresent()) {
          values.put(name, withoutValue(attribute).get());
          continue;
        }
      }
      if (given.isEmpty()) {
        if (attribute.required() && (whole || raw.containsKey(name))) {
          problems.add(AttributeProblems.missing(base, attribute));
        } else if (raw.containsKey(name)) {
          cleared.add(name);
        }
        continue;
      }
      if (AttributeRows.takes(attribute.type())) {
        AttributeCheck inside = rows.check(AttributeProblems.pointer(base, name), attribute, given.get());
        problems.addAll(inside.problems());
        values.putAll(inside.values());
        continue;
      }
      AttributeRules.Verdict verdict = rules.check(attribute, given.get());
      if (verdict instanceof AttributeRules.Refused refused) {
        problems.add(
            new AttributeProblem(
                AttributeProblems.pointer(base, name), refused.code(), refused.message()));
      } else if (verdict instanceof AttributeRules.Accepted accepted) {
        values.put(name, accepted.value());
      }
    }
    return new AttributeCheck(values, cleared, hidden, problems);
  }

  /** What an attribute has that was given no value: false, no choices, no rows or no columns; others have none. */
  public static Optional<Object> withoutValue(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case CHECKBOX, TOGGLE -> Optional.of(false);
      case MULTI_SELECT_PICKLIST, LIST_OF_STRING, LIST_OF_INTEGER, LIST_OF_DOUBLE, LIST_OF_BOOLEAN, LIST_OF_ATTACHMENT, LIST_OF_MAPS ->
          Optional.of(List.of());
      case MAP -> Optional.of(Map.of());
      default -> Optional.empty();
    };
  }

  private static List<AttributeProblem> unknown(
      String base, List<AttributeDefinition> definitions, Map<String, ?> raw) {
    Map<String, AttributeDefinition> known = new HashMap<>();
    definitions.stream().filter(d -> d.type().hasValue()).forEach(d -> known.put(d.name(), d));
    List<AttributeProblem> problems = new ArrayList<>();
    for (String name : raw.keySet()) {
      if (!known.containsKey(name)) {
        problems.add(AttributeProblems.unknown(base, name, known.keySet()));
      }
    }
    return problems;
  }

  private static Optional<Object> given(@Nullable Object raw) {
    boolean empty =
        raw == null
            || raw instanceof String text && text.isEmpty()
            || raw instanceof List<?> list && list.isEmpty()
            || raw instanceof Map<?, ?> map && map.isEmpty();
    return empty ? Optional.empty() : Optional.of(raw);
  }

  /**
   * The raw value that a text means: what a form field or a default holds. A text that does not fit the type is answered as it is;
   * the check then refuses it.
   */
  public static Object fromText(AttributeDefinition attribute, String text) {
    return AttributeTexts.parse(attribute.type(), text);
  }
}
