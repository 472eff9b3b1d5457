package org.casebound.fulfillment.studio;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** The variables of a flow: those that it declares, and those that its elements set. */
final class FlowVariables {
  private final BundleIndex index;
  private final Map<String, ValueKind> declared = new TreeMap<>();
  private final Map<String, ValueKind> all = new TreeMap<>();
  private final Set<String> set = new TreeSet<>();

  private FlowVariables(BundleIndex index) {
    this.index = index;
  }

  static FlowVariables of(Place flow, BundleIndex index) {
    FlowVariables variables = new FlowVariables(index);
    variables.declared.putAll(declared(flow));
    variables.declared.forEach((name, kind) -> variables.all.put(name, read(kind)));
    Elements.lists(flow).forEach(list -> Elements.deep(list).forEach(variables::collect));
    BundleIndex.steps(flow).forEach(step -> variables.outputs(step.text("call")));
    return variables;
  }

  /** What the declared variables of a flow may hold. */
  static Map<String, ValueKind> declared(Place flow) {
    Map<String, ValueKind> kinds = new TreeMap<>();
    flow.items("variables")
        .forEach(variable -> variable.text("name").ifPresent(name -> kinds.put(name, kind(variable))));
    return kinds;
  }

  private static ValueKind kind(Place variable) {
    String type = variable.text("type").orElse("Any");
    return Arrays.stream(VariableDefinition.Type.values())
        .filter(t -> FlowTree.typeName(t).equals(type))
        .findFirst()
        .map(ValueKind::of)
        .orElse(ValueKind.ANY);
  }

  /** A Number variable may hold a whole number as well as a decimal one; which of them is known only when the flow runs. */
  static ValueKind read(ValueKind kind) {
    return kind == ValueKind.NUMBER ? ValueKind.ANY : kind;
  }

  private void collect(Place element) {
    element.at("assign").members().forEach(member -> set(member.getKey()));
    element.at("output").members().forEach(member -> set(member.getKey()));
    element.text("into").ifPresent(this::set);
    element.text("item").ifPresent(item -> all.putIfAbsent(item, ValueKind.ANY));
    element.at("wait").text("into").ifPresent(this::set);
    outputs(element.text("call"));
  }

  private void outputs(Optional<String> integration) {
    integration
        .map(index.integrations()::get)
        .ifPresent(place -> place.at("outputs").members().forEach(output -> set(output.getKey())));
  }

  private void set(String name) {
    set.add(name);
    all.putIfAbsent(name, ValueKind.ANY);
  }

  /** Whether the variable is more than the item of a forEach. */
  boolean isSetElsewhere(String name) {
    return declared.containsKey(name) || set.contains(name);
  }

  /** What a value of the variable must be. */
  ValueKind written(String name) {
    return declared.getOrDefault(name, ValueKind.ANY);
  }

  /** All of them, and what is known of their values. */
  Map<String, ValueKind> read() {
    return all;
  }
}
