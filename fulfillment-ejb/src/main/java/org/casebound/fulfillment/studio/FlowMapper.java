package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.VariableDefinition;

/** Makes flow definitions of a checked tree. */
final class FlowMapper {
  /** What {@code next} and {@code goTo} name when no stage follows. */
  static final String END = "end";

  private FlowMapper() {}

  static FulfillmentFlowDefinition flow(Place place) {
    String name = BundleMapper.name(place);
    String label = BundleMapper.label(place);
    List<VariableDefinition> variables = place.items("variables").stream().map(FlowMapper::variable).toList();
    if (place.has("stages")) {
      return new FulfillmentFlowDefinition.Orchestration(
          name,
          label,
          TriggerMapper.trigger(place.at("trigger")),
          variables,
          place.items("stages").stream().map(FlowMapper::stage).toList());
    }
    return place.flag("autolaunched")
        ? new FulfillmentFlowDefinition.Autolaunched(
            name, label, variables, ElementMapper.elements(place.at("elements")))
        : new FulfillmentFlowDefinition.RecordTriggered(
            name,
            label,
            TriggerMapper.trigger(place.at("trigger")),
            variables,
            ElementMapper.elements(place.at("elements")));
  }

  private static VariableDefinition variable(Place place) {
    return new VariableDefinition(
        BundleMapper.name(place),
        VariableDefinition.Type.valueOf(place.text("type").orElse("Any").toUpperCase(Locale.ROOT)),
        place.text("default"),
        place.flag("input"),
        place.flag("output"));
  }

  private static StageDefinition stage(Place place) {
    return new StageDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        place.items("steps").stream().map(StepMapper::step).toList(),
        branches(place),
        StepMapper.criterion(place, "exit"),
        place.text("onFault"),
        place.has("maxEntries") ? place.at("maxEntries").node().intValue() : StageDefinition.DEFAULT_MAX_ENTRIES);
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
}
