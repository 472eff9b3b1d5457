package org.casebound.fulfillment.studio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks how flows start each other: no circle, not too deep, evaluation flows only compute, and no undo waits. */
final class SubflowMeaning {
  private static final Set<String> COMPUTING = Set.of("assign", "decide", "forEach", "subflow", "error");

  private final Map<String, Place> flows;
  private final Map<String, List<Place>> elements = new HashMap<>();
  private final Map<String, Set<String>> started = new HashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();
  private final Map<String, Integer> heights = new HashMap<>();
  private final Problems problems;

  SubflowMeaning(BundleIndex index, Problems problems) {
    this.flows = index.autolaunched();
    this.problems = problems;
    flows.forEach(
        (name, flow) -> {
          List<Place> all = Elements.deep(flow.at("elements"));
          elements.put(name, all);
          started.put(
              name, all.stream().flatMap(element -> element.text("subflow").stream()).collect(Collectors.toSet()));
        });
    flows.keySet().forEach(name -> reach(name, reached.computeIfAbsent(name, n -> new HashSet<>())));
  }

  private void reach(String flow, Set<String> reached) {
    if (reached.add(flow)) {
      started.getOrDefault(flow, Set.of()).forEach(name -> reach(name, reached));
    }
  }

  void check(List<Place> all) {
    if (!circles()) {
      flows.forEach((name, flow) -> depth(name, flow.at("name")));
    }
    for (Place flow : all) {
      flow.items("stages").forEach(stage -> evaluation(stage.at("exit")));
      for (Place step : BundleIndex.steps(flow)) {
        evaluation(step.at("when"));
        evaluation(step.at("endsWhen"));
        undo(step.at("undo"));
      }
    }
  }

  private boolean circles() {
    boolean found = false;
    for (Map.Entry<String, List<Place>> flow : elements.entrySet()) {
      for (Place element : flow.getValue()) {
        if (reached.getOrDefault(element.text("subflow").orElse(""), Set.of()).contains(flow.getKey())) {
          problems.at(
              element.at("subflow"),
              "Here the flow '%s' starts itself, at last.".formatted(flow.getKey()),
              "Break the circle of subflows.");
          found = true;
        }
      }
    }
    return found;
  }

  private void depth(String flow, Place name) {
    int height = height(flow);
    if (height == Element.Subflow.MAX_DEPTH + 1) {
      problems.at(
          name,
          "The subflows of '%s' start each other more than %d flows deep.".formatted(flow, Element.Subflow.MAX_DEPTH),
          "Let some of them be one flow.");
    }
  }

  /** How many flows deep it is, itself included. */
  private int height(String flow) {
    Integer known = heights.get(flow);
    if (known != null) {
      return known;
    }
    int height = 1 + started.getOrDefault(flow, Set.of()).stream().mapToInt(this::height).max().orElse(0);
    heights.put(flow, height);
    return height;
  }

  private void evaluation(Place criterion) {
    Place name = criterion.at("evaluate");
    Optional<Place> flow = name.text().map(flows::get);
    if (flow.isEmpty()) {
      return;
    }
    if (FlowNames.outputs(flow.get()).get(Criterion.Evaluation.OUTPUT) != ValueKind.TRUTH) {
      problems.at(
          name,
          "The flow '%s' gives no answer.".formatted(name.text().orElse("")),
          "Add to its variables: { name: %s, type: Boolean, output: true }.".formatted(Criterion.Evaluation.OUTPUT));
    }
    reached.getOrDefault(name.text().orElse(""), Set.of()).stream()
        .flatMap(asked -> elements.getOrDefault(asked, List.of()).stream())
        .filter(element -> Elements.kind(element).filter(kind -> !COMPUTING.contains(kind)).isPresent())
        .forEach(
            element ->
                problems.at(
                    element,
                    "A condition asks this flow, so it may only compute.",
                    "Keep to assign, decide, forEach, error, and subflows that only compute."));
  }

  private void undo(Place list) {
    for (Place element : Elements.deep(list)) {
      if (element.has("wait") || waits(element.text("subflow").orElse(""))) {
        problems.at(element, "An undo does not wait.", "Delete the wait, or do it in a flow of its own.");
      }
    }
  }

  private boolean waits(String flow) {
    return reached.getOrDefault(flow, Set.of()).stream()
        .anyMatch(name -> elements.getOrDefault(name, List.of()).stream().anyMatch(element -> element.has("wait")));
  }
}
