package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** The names that the expressions of a flow may use. */
final class FlowNames {
  private FlowNames() {}

  /** Case and request: what is known where no flow runs. */
  static Declarations ofRequest(BundleIndex index) {
    Map<String, Set<String>> choices = new HashMap<>();
    choices.putAll(BundleIndex.choices("request", index.attributes().values()));
    choices.put("case.priority", constants(Priority.values()));
    choices.put("case.status", constants(CaseStatus.values()));
    return Declarations.ofRequest(index.kinds(), index.rows(), choices);
  }

  /** Case, request, steps and variables. An autolaunched flow sees the steps of the orchestrations that may start it. */
  static Declarations ofFlow(Place flow, FlowVariables variables, BundleIndex index) {
    List<Place> steps = flow.flag("autolaunched") ? index.steps() : BundleIndex.steps(flow);
    Declarations known = ofRequest(index);
    Map<String, Map<String, ValueKind>> data = new LinkedHashMap<>();
    Map<String, Set<String>> choices = new HashMap<>(known.choices());
    for (Place step : steps) {
      String path = "steps." + step.text("name").orElse("");
      List<Place> fields = step.at("interactive").items("fields");
      Map<String, ValueKind> members = data.computeIfAbsent(step.text("name").orElse(""), name -> new LinkedHashMap<>());
      data(step, index).forEach((name, kind) -> members.merge(name, kind, (a, b) -> a == b ? a : ValueKind.ANY));
      BundleIndex.choices(path + ".data", fields).forEach((name, texts) -> add(choices, name, texts));
      add(choices, path + ".outcome", outcomes(step));
      choices.put(path + ".status", constants(StepState.values()));
    }
    return new Declarations(
        known.request(),
        known.rows(),
        known.filed(),
        Optional.of(data).filter(d -> !d.isEmpty()),
        Optional.of(variables.read()),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        choices);
  }

  /** What a step leaves behind: fields of its form, or outputs of its flow or integration. */
  private static Map<String, ValueKind> data(Place step, BundleIndex index) {
    Map<String, ValueKind> kinds = new LinkedHashMap<>(BundleIndex.kinds(step.at("interactive").items("fields")));
    step.text("run").map(index.flows()::get).ifPresent(flow -> kinds.putAll(outputs(flow)));
    step.text("call")
        .map(index.integrations()::get)
        .ifPresent(
            integration ->
                integration.at("outputs").members().forEach(output -> kinds.put(output.getKey(), ValueKind.ANY)));
    return kinds;
  }

  /** The outputs of a flow. */
  static Map<String, ValueKind> outputs(Place flow) {
    Map<String, ValueKind> declared = FlowVariables.declared(flow);
    Map<String, ValueKind> outputs = new LinkedHashMap<>();
    flow.items("variables").stream()
        .filter(variable -> variable.flag("output"))
        .flatMap(variable -> variable.text("name").stream())
        .forEach(name -> outputs.put(name, FlowVariables.read(declared.getOrDefault(name, ValueKind.ANY))));
    return outputs;
  }

  private static void add(Map<String, Set<String>> choices, String path, Set<String> texts) {
    choices.computeIfAbsent(path, p -> new TreeSet<>()).addAll(texts);
  }

  private static Set<String> constants(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> outcomes(Place step) {
    if (!step.has("interactive")) {
      return Set.of("done");
    }
    List<String> outcomes = new ArrayList<>(outcomeNames(step.at("interactive")));
    if (step.has("endsWhen")) {
      outcomes.add(StepDefinition.ENDED_BY_CRITERION);
    }
    return new TreeSet<>(outcomes);
  }

  /** The names of the outcomes of a work item. */
  static List<String> outcomeNames(Place interactive) {
    return interactive.items("outcomes").stream()
        .flatMap(outcome -> outcome.text().or(() -> outcome.text("name")).stream())
        .toList();
  }
}
