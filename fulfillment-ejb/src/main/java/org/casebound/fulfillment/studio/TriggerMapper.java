package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.TriggerDefinition;

/** Makes triggers of a checked tree. */
final class TriggerMapper {
  /** The changes that a trigger may watch, by their names in bundles. */
  static final Map<String, TriggerDefinition.On> CHANGES =
      Map.of(
          "created", TriggerDefinition.On.CREATED,
          "updated", TriggerDefinition.On.UPDATED,
          "createdOrUpdated", TriggerDefinition.On.CREATED_OR_UPDATED);

  private TriggerMapper() {}

  static TriggerDefinition trigger(Place place) {
    return new TriggerDefinition(
        record(place.text("record").orElse(TriggerDefinition.Record.CASE.yamlName())),
        CHANGES.get(place.text("when").orElse("created")),
        place.text("condition"),
        place.flag("becomesTrue"),
        place.has("order") ? place.at("order").node().intValue() : TriggerDefinition.DEFAULT_ORDER,
        path(place.at("start")));
  }

  private static TriggerDefinition.Record record(String yamlName) {
    return List.of(TriggerDefinition.Record.values()).stream()
        .filter(r -> r.yamlName().equals(yamlName))
        .findFirst()
        .orElseThrow();
  }

  private static TriggerDefinition.Path path(Place start) {
    if (start.node().isObject()) {
      return new TriggerDefinition.Path.Scheduled(
          Durations.at(start, "after").orElse(Duration.ZERO), start.text("from"));
    }
    return start.text().orElse("immediate").equals("async")
        ? new TriggerDefinition.Path.Async()
        : new TriggerDefinition.Path.Immediate();
  }
}
