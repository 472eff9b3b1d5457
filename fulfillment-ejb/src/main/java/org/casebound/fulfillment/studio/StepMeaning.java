package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks the steps of one flow. */
final class StepMeaning {
  private final BundleIndex index;
  private final AttributeMeaning attributes;
  private final ExpressionCheck expressions;
  private final ElementMeaning elements;
  private final CallMeaning calls;
  private final DeadlineMeaning deadlines;
  private final Problems problems;

  StepMeaning(
      BundleIndex index,
      AttributeMeaning attributes,
      ExpressionCheck expressions,
      ElementMeaning elements,
      Problems problems) {
    this.index = index;
    this.attributes = attributes;
    this.expressions = expressions;
    this.elements = elements;
    this.calls = new CallMeaning(index, problems);
    this.deadlines = new DeadlineMeaning(index, problems);
    this.problems = problems;
  }

  void check(Place step) {
    step.text("name").ifPresent(name -> UniqueNames.speakable(step.at("name"), name, problems));
    criterion(step.at("when"));
    criterion(step.at("endsWhen"));
    elements.check(step.at("background"));
    elements.check(step.at("undo"));
    if (step.has("run")) {
      calls.flow(step, "run", expressions);
    } else if (step.has("call")) {
      calls.integration(step, expressions);
    }
    interactive(step.at("interactive"));
    if (step.has("endsWhen")) {
      step.at("interactive").items("outcomes").forEach(this::free);
    }
  }

  /** What is compared and checked is ticked by name. An outcome that needs ticks needs something to tick. */
  private void checks(Place interactive) {
    List<Place> compare = interactive.items("compare");
    List<Place> all = Stream.concat(compare.stream(), interactive.items("checklist").stream()).toList();
    UniqueNames.check("tick", all, problems);
    for (Place row : compare) {
      List.of("onFile", "requested", "onDocument").forEach(key -> ExpressionReport.check(expressions, row.at(key), ValueKind.ANY, problems));
    }
    if (all.isEmpty()) {
      interactive.items("outcomes").stream()
          .filter(outcome -> outcome.flag("ticksRequired"))
          .forEach(outcome -> problems.at(outcome, "Nothing can be ticked here.", "Add 'compare' or 'checklist', or delete 'ticksRequired'."));
    }
  }

  /** An outcome beside 'endsWhen' can not have the name of the outcome that this makes. */
  private void free(Place outcome) {
    outcome
        .text()
        .or(() -> outcome.text("name"))
        .filter(StepDefinition.ENDED_BY_CRITERION::equals)
        .ifPresent(
            name -> problems.at(outcome, "'%s' is the outcome when endsWhen holds.".formatted(name), "Choose another name."));
  }

  /** A condition, or a flow that is asked. */
  void criterion(Place place) {
    ExpressionReport.check(expressions, place, ValueKind.TRUTH, problems);
    if (place.has("evaluate")) {
      calls.autolaunched(place.at("evaluate"));
    }
  }

  private void interactive(Place interactive) {
    UniqueNames.check("outcome", interactive.items("outcomes"), problems);
    attributes.check(interactive.items("fields"), false, problems);
    ReferenceMeaning.checkForm(interactive.items("fields"), index, problems);
    References.check("queue", interactive.at("queue"), index.queues().keySet(), problems);
    ExpressionReport.check(expressions, interactive.at("assignee"), ValueKind.TEXT, problems);
    Addressee.check(interactive.at("assignee"), index, problems);
    ExpressionReport.check(expressions, interactive.at("priority"), ValueKind.TEXT, problems);
    Priorities.check(interactive.at("priority"), problems);
    List<String> outcomes = FlowNames.outcomeNames(interactive);
    References.check("outcome of this step", interactive.at("quorum").at("outcome"), outcomes, problems);
    deadlines.check(interactive.at("due"), expressions);
    checks(interactive);
  }
}
