package org.casebound.fulfillment.studio;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeType;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** The names that a bundle declares. */
record BundleIndex(
    Map<String, Place> attributes,
    Map<String, Place> flows,
    Map<String, Place> integrations,
    Map<String, Place> queues,
    Map<String, Place> calendars) {

  static BundleIndex of(Place root) {
    return new BundleIndex(
        byName(root.at("process").items("attributes").stream().filter(BundleIndex::hasValue).toList()),
        byName(root.items("flows")),
        byName(root.items("integrations")),
        byName(root.items("queues")),
        byName(root.items("calendars")));
  }

  static Map<String, Place> byName(List<Place> places) {
    Map<String, Place> named = new LinkedHashMap<>();
    places.forEach(place -> place.text("name").ifPresent(name -> named.putIfAbsent(name, place)));
    return named;
  }

  /** The flows that run only inside others, by name. */
  Map<String, Place> autolaunched() {
    Map<String, Place> inner = new LinkedHashMap<>(flows);
    inner.values().removeIf(flow -> !flow.flag("autolaunched"));
    return inner;
  }

  /** The steps of all flows. */
  List<Place> steps() {
    return flows.values().stream().flatMap(flow -> steps(flow).stream()).toList();
  }

  /** The steps of a flow. */
  static List<Place> steps(Place flow) {
    return flow.items("stages").stream().flatMap(stage -> stage.items("steps").stream()).toList();
  }

  /** The kinds of the attributes of the request. */
  Map<String, ValueKind> kinds() {
    return kinds(attributes.values());
  }

  static Map<String, ValueKind> kinds(Iterable<Place> attributes) {
    Map<String, ValueKind> kinds = new LinkedHashMap<>();
    attributes.forEach(a -> a.text("name").ifPresent(name -> kinds.put(name, kind(a))));
    return kinds;
  }

  /** The kinds of the columns of the attributes that are lists of rows, by attribute. */
  Map<String, Map<String, ValueKind>> rows() {
    return rows(attributes.values());
  }

  static Map<String, Map<String, ValueKind>> rows(Iterable<Place> attributes) {
    Map<String, Map<String, ValueKind>> rows = new LinkedHashMap<>();
    for (Place attribute : attributes) {
      if (kind(attribute) == ValueKind.ROWS) {
        rows.put(attribute.text("name").orElse(""), kinds(attribute.items("columns")));
      }
    }
    return rows;
  }

  static ValueKind kind(Place attribute) {
    return type(attribute).map(ValueKind::of).orElse(ValueKind.ANY);
  }

  /** Whether a request has a value of the attribute. */
  static boolean hasValue(Place attribute) {
    return type(attribute).map(AttributeType::hasValue).orElse(true);
  }

  /** The type of an attribute, if it is one. */
  static Optional<AttributeType> type(Place attribute) {
    String yamlName = attribute.text("type").orElse("");
    return List.of(AttributeType.values()).stream().filter(type -> type.yamlName().equals(yamlName)).findFirst();
  }

  /** The options of choices, by path. */
  static Map<String, Set<String>> choices(String path, Iterable<Place> attributes) {
    Map<String, Set<String>> choices = new HashMap<>();
    for (Place attribute : attributes) {
      if (kind(attribute) == ValueKind.TEXT && !attribute.items("options").isEmpty()) {
        choices.put(path + "." + attribute.text("name").orElse(""), optionValues(attribute));
      }
    }
    return choices;
  }

  static Set<String> optionValues(Place attribute) {
    return attribute.items("options").stream()
        .flatMap(option -> option.text().or(() -> option.text("value")).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
