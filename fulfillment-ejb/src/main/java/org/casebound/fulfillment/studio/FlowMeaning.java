package org.casebound.fulfillment.studio;

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
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks one flow: its trigger, its elements or stages, and every expression against the names that are known there. */
final class FlowMeaning {
  private final BundleIndex index;
  private final AttributeMeaning attributes;
  private final Problems problems;

  FlowMeaning(BundleIndex index, AttributeMeaning attributes, Problems problems) {
    this.index = index;
    this.attributes = attributes;
    this.problems = problems;
  }

  void check(Place flow) {
    List<Place> steps = flow.items("stages").stream().flatMap(stage -> stage.items("steps").stream()).toList();
    Declarations declared = declarations(flow, steps);
    ExpressionReport.check(
        new ExpressionCheck(trigger(declared)), flow.at("trigger").at("condition"), ValueKind.TRUTH, problems);
    ExpressionCheck expressions = new ExpressionCheck(declared);
    ElementMeaning elements =
        new ElementMeaning(index, expressions, new ExpressionCheck(declared.withFault()), problems);
    elements.check(flow.at("elements"));
    StageMeaning.check(flow.items("stages"), expressions, problems);
    UniqueNames.check("step", steps, problems);
    steps.forEach(step -> step(step, expressions, elements));
  }

  private void step(Place step, ExpressionCheck expressions, ElementMeaning elements) {
    step.text("name").ifPresent(name -> UniqueNames.speakable(step.at("name"), name, problems));
    ExpressionReport.check(expressions, step.at("when"), ValueKind.TRUTH, problems);
    elements.check(step.at("background"));
    Place interactive = step.at("interactive");
    UniqueNames.check("outcome", interactive.items("outcomes"), problems);
    attributes.check(interactive.items("fields"), false, problems);
    References.check("queue", interactive.at("queue"), index.queues().keySet(), problems);
  }

  private Declarations declarations(Place flow, List<Place> steps) {
    Map<String, Map<String, ValueKind>> forms = new LinkedHashMap<>();
    Map<String, Set<String>> choices =
        new HashMap<>(BundleIndex.choices("request", index.attributes().values()));
    choices.put("case.priority", constants(Priority.values()));
    choices.put("case.status", constants(CaseStatus.values()));
    for (Place step : steps) {
      String name = step.text("name").orElse("");
      List<Place> fields = step.at("interactive").items("fields");
      forms.put(name, BundleIndex.kinds(fields));
      choices.putAll(BundleIndex.choices("steps." + name + ".data", fields));
      choices.put("steps." + name + ".outcome", outcomes(step));
      choices.put("steps." + name + ".status", constants(StepState.values()));
    }
    return new Declarations(
        Optional.of(index.kinds()),
        Optional.of(forms).filter(f -> !f.isEmpty()),
        Optional.of(variables(flow, steps)),
        false,
        false,
        choices);
  }

  private static Set<String> constants(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> outcomes(Place step) {
    return step.has("interactive")
        ? step.at("interactive").items("outcomes").stream()
            .flatMap(outcome -> outcome.text().or(() -> outcome.text("name")).stream())
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of("done");
  }

  private Set<String> variables(Place flow, List<Place> steps) {
    Set<String> variables = new TreeSet<>();
    collect(flow.at("elements"), variables);
    steps.forEach(step -> collect(step.at("background"), variables));
    return variables;
  }

  private void collect(Place elements, Set<String> variables) {
    for (Place element : elements.items()) {
      element.at("assign").members().forEach(member -> variables.add(member.getKey()));
      element
          .text("call")
          .map(index.integrations()::get)
          .ifPresent(integration -> integration.at("outputs").members().forEach(o -> variables.add(o.getKey())));
      ElementMapper.nested(element).forEach(inner -> collect(inner, variables));
    }
  }

  private static Declarations trigger(Declarations declared) {
    return new Declarations(
        declared.request(), Optional.empty(), Optional.empty(), false, false, declared.choices());
  }
}
