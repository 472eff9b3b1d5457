package org.casebound.web.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.fulfillment.desk.CaseView.AttributeView;
import org.casebound.fulfillment.desk.ValueChange;

/**
 * A section of a request's values.
 *
 * @param title name of the section; empty for values in none
 * @param facts in the order of the form
 */
public record FactGroup(String title, List<Fact> facts) {
  /**
   * One value as text; {@code masked} when this reader may not see it.
   *
   * @param rows the rows of a list or map, which has no text then
   * @param changes the values it had, with the one it has, newest first; empty when it never changed
   */
  public record Fact(String label, String text, boolean masked, List<Row> rows, List<ValueChange> changes) {
    Fact(String label, String text, boolean masked) {
      this(label, text, masked, List.of(), List.of());
    }
  }

  /** One row of a list or map: its values, without label where the list has but one in each row. */
  public record Row(List<Fact> facts) {}

  /**
   * Groups what a reader may see of a request.
   *
   * @param labels what values and columns are called, by attribute ({@code attribute} or {@code attribute.column}) and then by value or
   *     column
   */
  static List<FactGroup> of(List<AttributeView> attributes, Map<String, Map<String, String>> labels, Texts texts) {
    Map<String, List<Fact>> sections = new LinkedHashMap<>();
    attributes.forEach(a -> sections.computeIfAbsent(a.group(), title -> new ArrayList<>()).add(fact(a, labels, texts)));
    return sections.entrySet().stream().map(e -> new FactGroup(e.getKey(), e.getValue())).toList();
  }

  /** What the values and columns of the attributes are called, as {@link #of} takes it. */
  static Map<String, Map<String, String>> labels(List<AttributeDefinition> attributes) {
    Map<String, Map<String, String>> labels = new HashMap<>();
    for (AttributeDefinition attribute : attributes) {
      labels.put(attribute.name(), named(attribute));
      attribute.columns().forEach(column -> labels.put(attribute.name() + "." + column.name(), named(column)));
    }
    return labels;
  }

  /** Options by value, columns by name. */
  private static Map<String, String> named(AttributeDefinition attribute) {
    Map<String, String> named = new HashMap<>();
    attribute.options().forEach(option -> named.putIfAbsent(option.value(), option.label()));
    attribute.columns().forEach(column -> named.put(column.name(), column.label()));
    return named;
  }

  private static Fact fact(AttributeView attribute, Map<String, Map<String, String>> labels, Texts texts) {
    if (attribute.masked()) {
      return new Fact(attribute.label(), "", true, List.of(), attribute.changes());
    }
    List<Row> rows = rows(attribute, labels, texts);
    Object value = attribute.value() instanceof Map<?, ?> || !rows.isEmpty() ? "" : attribute.value();
    return new Fact(attribute.label(), text(labelled(value, labels.getOrDefault(attribute.name(), Map.of())), texts), false, rows, attribute.changes());
  }

  private static List<Row> rows(AttributeView attribute, Map<String, Map<String, String>> labels, Texts texts) {
    if (attribute.value() instanceof Map<?, ?> map) {
      return map.isEmpty() ? List.of() : List.of(row(attribute.name(), map, labels, texts));
    }
    if (!attribute.type().startsWith("ListOf") || !(attribute.value() instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .map(item -> item instanceof Map<?, ?> map ? row(attribute.name(), map, labels, texts) : new Row(List.of(new Fact("", text(item, texts), false))))
        .toList();
  }

  private static Row row(String attribute, Map<?, ?> values, Map<String, Map<String, String>> labels, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    values.forEach(
        (column, value) -> {
          String name = String.valueOf(column);
          String label = labels.getOrDefault(attribute, Map.of()).getOrDefault(name, name);
          facts.add(new Fact(label, text(labelled(value, labels.getOrDefault(attribute + "." + name, Map.of())), texts), false));
        });
    return new Row(facts);
  }

  private static Object labelled(Object value, Map<String, String> labels) {
    return value instanceof List<?> list
        ? list.stream().map(each -> labelled(each, labels)).toList()
        : labels.getOrDefault(String.valueOf(value), "").isEmpty() ? value : labels.get(String.valueOf(value));
  }

  /** A value as people read it. */
  static String text(Object value, Texts texts) {
    if (value instanceof Boolean yes) {
      return texts.of(yes ? "form.yes" : "form.no");
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> text(each, texts)).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + ": " + text(e.getValue(), texts))
          .collect(Collectors.joining("\n"));
    }
    return String.valueOf(value);
  }
}
