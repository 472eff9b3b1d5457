package org.casebound.web.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.fulfillment.desk.CaseView.AttributeView;

/**
 * A section of a request's values.
 *
 * @param title name of the section; empty for values in none
 * @param facts in the order of the form
 */
public record FactGroup(String title, List<Fact> facts) {
  /** One value as text; {@code masked} when this reader may not see it. */
  public record Fact(String label, String text, boolean masked) {}

  /**
   * Groups what a reader may see of a request.
   *
   * @param choices labels of the permitted values, by attribute and value
   */
  static List<FactGroup> of(List<AttributeView> attributes, Map<String, Map<String, String>> choices, Texts texts) {
    Map<String, List<Fact>> sections = new LinkedHashMap<>();
    attributes.forEach(
        a ->
            sections
                .computeIfAbsent(a.group(), title -> new ArrayList<>())
                .add(new Fact(a.label(), a.masked() ? "" : text(labelled(a.value(), choices.getOrDefault(a.name(), Map.of())), texts), a.masked())));
    return sections.entrySet().stream().map(e -> new FactGroup(e.getKey(), e.getValue())).toList();
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
