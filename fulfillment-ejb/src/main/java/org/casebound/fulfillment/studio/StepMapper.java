package org.casebound.fulfillment.studio;

import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.StepDefinition;

/** Makes steps of a checked tree. */
final class StepMapper {
  private StepMapper() {}

  static StepDefinition step(Place place) {
    return new StepDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        place.textsOrSelf("after"),
        criterion(place, "when"),
        work(place),
        criterion(place, "endsWhen"),
        ElementMapper.elements(place.at("undo")));
  }

  /** A condition, or the flow that is asked. */
  static Optional<Criterion> criterion(Place parent, String key) {
    Optional<Criterion> evaluation = parent.at(key).text("evaluate").map(Criterion.Evaluation::new);
    return evaluation.or(() -> parent.text(key).map(Criterion.Condition::new));
  }

  private static StepDefinition.Work work(Place place) {
    if (place.has("interactive")) {
      return interactive(place.at("interactive"));
    } else if (place.has("run")) {
      return new StepDefinition.RunFlow(
          place.text("run").orElseThrow(), ElementMapper.expressions(place.at("input")));
    } else if (place.has("call")) {
      return new StepDefinition.CallOut(
          place.text("call").orElseThrow(), ElementMapper.expressions(place.at("input")));
    }
    return new StepDefinition.Background(ElementMapper.elements(place.at("background")));
  }

  private static StepDefinition.Interactive interactive(Place place) {
    return new StepDefinition.Interactive(
        place.text("queue").orElseThrow(),
        place.text("assignee"),
        place.text("instructions").orElse(""),
        place.items("outcomes").stream().map(StepMapper::outcome).toList(),
        BundleMapper.attributes(place, "fields"),
        checks(place),
        new StepDefinition.Separation(place.flag("notRequester"), place.textsOrSelf("notSameAs")),
        quorum(place),
        DeadlineMapper.deadline(place, "due"),
        place.text("priority"),
        place.flag("bulkDecisions"));
  }

  private static Optional<StepDefinition.Quorum> quorum(Place interactive) {
    Place place = interactive.at("quorum");
    return place
        .text("outcome")
        .map(outcome -> new StepDefinition.Quorum(place.at("people").node().intValue(), outcome));
  }

  private static StepDefinition.Outcome outcome(Place place) {
    String name = place.text().or(() -> place.text("name")).orElseThrow();
    return new StepDefinition.Outcome(
        name, place.text("label").orElseGet(() -> Names.label(name)), place.flag("reasonRequired"), place.flag("ticksRequired"));
  }

  private static StepDefinition.Checks checks(Place interactive) {
    return new StepDefinition.Checks(
        interactive.items("compare").stream().map(StepMapper::comparison).toList(),
        interactive.items("checklist").stream()
            .map(place -> new StepDefinition.Check(BundleMapper.name(place), BundleMapper.label(place)))
            .toList());
  }

  private static StepDefinition.Comparison comparison(Place place) {
    return new StepDefinition.Comparison(
        BundleMapper.name(place),
        BundleMapper.label(place),
        place.text("onFile"),
        place.text("requested").orElseThrow(),
        place.text("onDocument"));
  }
}
