package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.shared.Sensitivity;

/** Checks that no call gives a back office a value that is more sensitive than its integration is cleared for. */
final class ClearanceMeaning {
  private final BundleIndex index;
  private final Problems problems;

  ClearanceMeaning(BundleIndex index, Problems problems) {
    this.index = index;
    this.problems = problems;
  }

  void check(List<Place> flows) {
    if (index.integrations().values().stream().noneMatch(integration -> integration.has("clearance"))) {
      return;
    }
    SensitiveNames names = new SensitiveNames(flows, index);
    for (Place flow : flows) {
      Stream<Place> elements = Elements.lists(flow).stream().flatMap(list -> Elements.deep(list).stream());
      Stream.concat(elements, BundleIndex.steps(flow).stream())
          .forEach(caller -> caller.text("call").map(index.integrations()::get).ifPresent(called -> call(caller, called, flow, names)));
    }
  }

  private void call(Place caller, Place integration, Place flow, SensitiveNames names) {
    Optional<Sensitivity> clearance = integration.text("clearance").flatMap(SensitiveNames::known);
    if (clearance.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Place> input : caller.at("input").members()) {
      input
          .getValue()
          .text()
          .flatMap(expression -> names.of(flow.text("name").orElse(""), expression))
          .filter(read -> read.getValue().compareTo(clearance.get()) > 0)
          .ifPresent(
              read ->
                  problems.at(
                      input.getValue(),
                      "'%s' is %s, but '%s' is cleared for %s only."
                          .formatted(read.getKey(), read.getValue(), integration.text("name").orElse(""), clearance.get()),
                      "Leave it out, or say 'clearance: %s' there if the back office may have it.".formatted(read.getValue())));
    }
  }
}
