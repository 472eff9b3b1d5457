package org.casebound.fulfillment.studio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.Suggestion;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks what is given to, and taken from, an integration, an action or an autolaunched flow. */
final class CallMeaning {
  private final BundleIndex index;
  private final ExpressionCheck replies = new ExpressionCheck(Declarations.ofReply());
  private final Problems problems;

  CallMeaning(BundleIndex index, Problems problems) {
    this.index = index;
    this.problems = problems;
  }

  /** The integration named by {@code call}: all its inputs must be given. */
  void integration(Place caller, ExpressionCheck expressions) {
    References.check("integration", caller.at("call"), index.integrations().keySet(), problems);
    Place integration = caller.text("call").map(index.integrations()::get).orElse(null);
    if (integration == null) {
      any(caller.at("input"), expressions);
      return;
    }
    Map<String, ValueKind> kinds = CallInputs.kinds(integration);
    for (Map.Entry<String, Place> input : caller.at("input").members()) {
      ExpressionReport.check(expressions, input.getValue(), kinds.getOrDefault(input.getKey(), ValueKind.ANY), problems);
    }
    inputs(caller, integration);
  }

  private void inputs(Place caller, Place integration) {
    known("integration", "input", caller.at("input"), CallInputs.names(integration));
    Set<String> missing = new TreeSet<>(CallInputs.required(integration));
    caller.at("input").members().forEach(input -> missing.remove(input.getKey()));
    if (!missing.isEmpty()) {
      problems.at(
          caller.has("input") ? caller.at("input") : caller,
          "The call leaves out: %s.".formatted(String.join(", ", missing)),
          "Give an expression for each under 'input'.");
    }
  }

  /** The action: nothing is known of its inputs and its reply. */
  void action(Place element, ExpressionCheck expressions) {
    any(element.at("input"), expressions);
    for (Map.Entry<String, Place> output : element.at("output").members()) {
      VariableNames.check(output.getKey(), output.getValue(), problems);
      ExpressionReport.check(replies, output.getValue(), ValueKind.ANY, problems);
    }
  }

  /** The autolaunched flow that is named: what is given must be inputs, and fit. */
  void flow(Place caller, String key, ExpressionCheck expressions) {
    Place name = caller.at(key);
    autolaunched(name);
    Place flow = name.text().map(index.autolaunched()::get).orElse(null);
    if (flow == null) {
      any(caller.at("input"), expressions);
      return;
    }
    Map<String, ValueKind> declared = FlowVariables.declared(flow);
    Map<String, ValueKind> inputs = new TreeMap<>();
    flow.items("variables").stream()
        .filter(variable -> variable.flag("input"))
        .flatMap(variable -> variable.text("name").stream())
        .forEach(input -> inputs.put(input, declared.getOrDefault(input, ValueKind.ANY)));
    known("flow", "input", caller.at("input"), inputs.keySet());
    for (Map.Entry<String, Place> input : caller.at("input").members()) {
      ExpressionReport.check(
          expressions, input.getValue(), inputs.getOrDefault(input.getKey(), ValueKind.ANY), problems);
    }
  }

  /** The outputs that a subflow's caller takes. */
  void outputs(Place caller) {
    Map<String, Place> flows = index.autolaunched();
    caller
        .text("subflow")
        .map(flows::get)
        .ifPresent(
            flow -> {
              for (Map.Entry<String, Place> output : caller.at("output").members()) {
                VariableNames.check(output.getKey(), output.getValue(), problems);
                References.check("output of that flow", output.getValue(), FlowNames.outputs(flow).keySet(), problems);
              }
            });
  }

  /** A flow that is named where only an autolaunched one may stand. */
  void autolaunched(Place name) {
    List<String> known = List.copyOf(index.autolaunched().keySet());
    name.text()
        .filter(text -> !problems.isIll(name) && index.flows().containsKey(text) && !known.contains(text))
        .ifPresentOrElse(
            text ->
                problems.at(
                    name,
                    "The flow '%s' is started by its trigger, not by others.".formatted(text),
                    "Give it 'autolaunched: true', or name another: " + Suggestion.of("", known)),
            () -> References.check("autolaunched flow", name, known, problems));
  }

  private void known(String kind, String what, Place given, Collection<String> wanted) {
    given.members().stream()
        .filter(member -> !wanted.contains(member.getKey()))
        .forEach(
            member ->
                problems.atKey(
                    member.getValue(),
                    "The %s has no %s '%s'.".formatted(kind, what, member.getKey()),
                    Suggestion.of(member.getKey(), wanted)));
  }

  private void any(Place values, ExpressionCheck expressions) {
    values
        .members()
        .forEach(value -> ExpressionReport.check(expressions, value.getValue(), ValueKind.ANY, problems));
  }
}
