package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.TriggerDefinition;

/** Makes flow definitions of a checked tree. */
final class FlowMapper {
  /** What {@code next} and {@code goTo} name when no stage follows. */
  static final String END = "end";

  private FlowMapper() {}

  static FulfillmentFlowDefinition flow(Place place) {
    String name = BundleMapper.name(place);
    String label = BundleMapper.label(place);
    TriggerDefinition trigger = trigger(place.at("trigger"));
    return place.has("stages")
        ? new FulfillmentFlowDefinition.Orchestration(
            name, label, trigger, List.of(), place.items("stages").stream().map(FlowMapper::stage).toList())
        : new FulfillmentFlowDefinition.RecordTriggered(
            name, label, trigger, List.of(), ElementMapper.elements(place.at("elements")));
  }

  private static TriggerDefinition trigger(Place place) {
    String record = place.text("record").orElse("Case");
    return new TriggerDefinition(
        List.of(TriggerDefinition.Record.values()).stream()
            .filter(r -> r.yamlName().equals(record))
            .findFirst()
            .orElseThrow(),
        TriggerDefinition.On.CREATED,
        place.text("condition"),
        false,
        place.has("order") ? place.at("order").node().intValue() : TriggerDefinition.DEFAULT_ORDER,
        new TriggerDefinition.Path.Immediate());
  }

  private static StageDefinition stage(Place place) {
    return new StageDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        place.items("steps").stream().map(FlowMapper::step).toList(),
        branches(place),
        Optional.empty(),
        Optional.empty(),
        StageDefinition.DEFAULT_MAX_ENTRIES);
  }

  private static List<StageDefinition.Branch> branches(Place stage) {
    return stage.itemsOrSelf("next").stream()
        .map(
            branch ->
                new StageDefinition.Branch(
                    branch.text("when"), target(branch.text().or(() -> branch.text("goTo")).orElseThrow())))
        .toList();
  }

  private static Optional<String> target(String name) {
    return name.equals(END) ? Optional.empty() : Optional.of(name);
  }

  private static StepDefinition step(Place place) {
    return new StepDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        place.itemsOrSelf("after").stream().map(step -> step.text().orElseThrow()).toList(),
        place.text("when").map(Criterion.Condition::new),
        place.has("interactive")
            ? interactive(place.at("interactive"))
            : new StepDefinition.Background(ElementMapper.elements(place.at("background"))),
        Optional.empty(),
        List.of());
  }

  private static StepDefinition.Interactive interactive(Place place) {
    return new StepDefinition.Interactive(
        place.text("queue").orElseThrow(),
        Optional.empty(),
        place.text("instructions").orElse(""),
        place.items("outcomes").stream().map(FlowMapper::outcome).toList(),
        BundleMapper.attributes(place, "fields"),
        new StepDefinition.Separation(place.flag("notRequester"), List.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static StepDefinition.Outcome outcome(Place place) {
    String name = place.text().or(() -> place.text("name")).orElseThrow();
    return new StepDefinition.Outcome(
        name, place.text("label").orElseGet(() -> Names.label(name)), place.flag("reasonRequired"));
  }
}
