package org.casebound.fulfillment.studio;

import java.util.List;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;

/** Checks one flow: its trigger, its variables, its elements or stages, and every expression against the names that are known there. */
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
    if (flow.flag("autolaunched")) {
      inner(flow);
    } else {
      TriggerMeaning.check(flow.at("trigger"), index, problems);
    }
    undoName(flow.at("name"));
    FlowVariables variables = FlowVariables.of(flow, index);
    variables(flow, variables);
    Declarations declared = FlowNames.ofFlow(flow, variables, index);
    ExpressionCheck expressions = new ExpressionCheck(declared);
    ElementMeaning elements =
        new ElementMeaning(index, variables, expressions, new ExpressionCheck(declared.withFault()), problems);
    elements.check(flow.at("elements"));
    StepMeaning meaning = new StepMeaning(index, attributes, expressions, elements, problems);
    List<Place> stages = flow.items("stages");
    StageMeaning.check(stages, expressions, problems);
    stages.forEach(stage -> meaning.criterion(stage.at("exit")));
    List<Place> steps = BundleIndex.steps(flow);
    UniqueNames.check("step", steps, problems);
    steps.forEach(meaning::check);
  }

  private void inner(Place flow) {
    if (flow.has("trigger")) {
      problems.atKey(flow.at("trigger"), "An autolaunched flow has no trigger: others start it.", "Delete one of the two.");
    }
    if (flow.has("stages")) {
      problems.atKey(flow.at("stages"), "An autolaunched flow has no stages.", "Write 'elements', or delete 'autolaunched'.");
    }
  }

  /** The flow that undoes another one has a name, too. */
  private void undoName(Place name) {
    name.text()
        .filter(text -> text.endsWith(FlowMachine.UNDO_SUFFIX))
        .map(text -> text.substring(0, text.length() - FlowMachine.UNDO_SUFFIX.length()))
        .filter(index.flows()::containsKey)
        .ifPresent(
            undone ->
                problems.at(name, "This is the name of the flow that undoes '%s'.".formatted(undone), "Choose another name."));
  }

  private void variables(Place flow, FlowVariables variables) {
    List<Place> declared = flow.items("variables");
    UniqueNames.check("variable", declared, problems);
    ExpressionCheck first = new ExpressionCheck(FlowNames.ofRequest(index));
    for (Place variable : declared) {
      String name = variable.text("name").orElse("");
      UniqueNames.speakable(variable.at("name"), name, problems);
      ExpressionReport.check(first, variable.at("default"), variables.written(name), problems);
    }
  }
}
