package org.casebound.fulfillment.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.fulfillment.studio.cel.FactReads;

/**
 * How sensitive the values are that a flow can name: attributes of the request, fields of forms, and the variables, steps and flows that
 * they go on to.
 */
final class SensitiveNames {
  private static final List<String> REQUEST = List.of("request.", "record.", "prior.");
  /** What is not said otherwise in a bundle. */
  private static final Sensitivity USUAL = Sensitivity.INTERNAL;

  private final BundleIndex index;
  private final Map<String, NavigableMap<String, Sensitivity>> flows = new HashMap<>();
  private final Map<String, Set<String>> reads = new HashMap<>();
  private final List<Step> passedOn = new ArrayList<>();

  /** A value that goes on from the names of an expression to a name. */
  private record Step(String fromFlow, String expression, String toFlow, String name) {}

  SensitiveNames(List<Place> all, BundleIndex index) {
    this.index = index;
    for (Place flow : all) {
      String name = flow.text("name").orElse("");
      NavigableMap<String, Sensitivity> names = flows.computeIfAbsent(name, f -> new TreeMap<>());
      index.attributes().values().forEach(attribute -> REQUEST.forEach(of -> declare(names, of, attribute)));
      collect(flow, name, names);
    }
    carry();
  }

  /** Carries values on until no name becomes more sensitive; a name rises three times at most, so this ends. */
  private void carry() {
    Map<String, NavigableMap<String, List<Step>>> readers = new HashMap<>();
    for (Step step : passedOn) {
      NavigableMap<String, List<Step>> ofFlow = readers.computeIfAbsent(step.fromFlow(), f -> new TreeMap<>());
      reads.computeIfAbsent(step.expression(), FactReads::of).forEach(path -> ofFlow.computeIfAbsent(path, p -> new ArrayList<>()).add(step));
    }
    Deque<Step> open = new ArrayDeque<>(passedOn);
    while (!open.isEmpty()) {
      Step step = open.pop();
      if (rises(step)) {
        readersOf(readers.getOrDefault(step.toFlow(), new TreeMap<>()), step.name()).forEach(open::add);
      }
    }
  }

  /** The values that go on from a name: read as it is, with all beside it, or a part of it. */
  private static Stream<Step> readersOf(NavigableMap<String, List<Step>> readers, String name) {
    List<Step> found = new ArrayList<>();
    for (String at = name; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
      found.addAll(readers.getOrDefault(at, List.of()));
    }
    readers.subMap(name + ".", name + "/").values().forEach(found::addAll);
    return found.stream();
  }

  private static void declare(Map<String, Sensitivity> names, String of, Place field) {
    field.text("name").ifPresent(name -> names.put(of + name, field.text("sensitivity").flatMap(SensitiveNames::known).orElse(USUAL)));
  }

  /** The sensitivity of that name; empty when there is none. */
  static Optional<Sensitivity> known(String name) {
    return Stream.of(Sensitivity.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  private void collect(Place flow, String name, Map<String, Sensitivity> names) {
    flow.items("variables").forEach(variable -> variable.text("name").ifPresent(v -> pass(name, variable.at("default"), name, "vars." + v)));
    for (Place step : BundleIndex.steps(flow)) {
      String data = "steps." + step.text("name").orElse("") + ".data.";
      step.at("interactive").items("fields").forEach(field -> declare(names, data, field));
      step.text("run").ifPresent(run -> given(step, name, run));
      step.text("run").map(index.flows()::get).ifPresent(run -> FlowNames.outputs(run).keySet().forEach(out -> passedOn.add(new Step(run.text("name").orElse(""), "vars." + out, name, data + out))));
    }
    Elements.lists(flow).forEach(list -> Elements.deep(list).forEach(element -> element(element, name)));
  }

  private void element(Place element, String flow) {
    element.at("assign").members().forEach(member -> pass(flow, member.getValue(), flow, "vars." + member.getKey()));
    element.text("item").ifPresent(item -> pass(flow, element.at("forEach"), flow, "vars." + item));
    element.text("subflow").ifPresent(
        inner -> {
          given(element, flow, inner);
          element.at("output").members().forEach(out -> out.getValue().text().ifPresent(o -> passedOn.add(new Step(inner, "vars." + o, flow, "vars." + out.getKey()))));
        });
  }

  private void given(Place caller, String flow, String inner) {
    caller.at("input").members().forEach(input -> pass(flow, input.getValue(), inner, "vars." + input.getKey()));
  }

  private void pass(String fromFlow, Place expression, String toFlow, String name) {
    expression.text().ifPresent(text -> passedOn.add(new Step(fromFlow, text, toFlow, name)));
  }

  private boolean rises(Step step) {
    Sensitivity carried = of(step.fromFlow(), step.expression()).map(Map.Entry::getValue).orElse(Sensitivity.PUBLIC);
    NavigableMap<String, Sensitivity> names = flows.computeIfAbsent(step.toFlow(), f -> new TreeMap<>());
    Sensitivity known = names.getOrDefault(step.name(), Sensitivity.PUBLIC);
    if (carried.compareTo(known) <= 0) {
      return false;
    }
    names.put(step.name(), carried);
    return true;
  }

  /** The most sensitive name that an expression of the flow reads, and how sensitive it is; empty when it reads none that is declared. */
  Optional<Map.Entry<String, Sensitivity>> of(String flow, String expression) {
    NavigableMap<String, Sensitivity> names = flows.getOrDefault(flow, new TreeMap<>());
    return reads.computeIfAbsent(expression, FactReads::of).stream()
        .flatMap(path -> named(names, path))
        .max(Map.Entry.comparingByValue());
  }

  /** What a path names: itself or the value that it looks into, or all below it. */
  private static Stream<Map.Entry<String, Sensitivity>> named(NavigableMap<String, Sensitivity> names, String path) {
    for (String at = path; ; at = at.substring(0, at.lastIndexOf('.'))) {
      Sensitivity found = names.get(at);
      if (found != null) {
        return Stream.of(Map.entry(at, found));
      }
      if (at.indexOf('.') < 0) {
        return names.subMap(path + ".", path + "/").entrySet().stream();
      }
    }
  }
}
