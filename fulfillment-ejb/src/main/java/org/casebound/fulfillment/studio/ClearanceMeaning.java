package org.casebound.fulfillment.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.shared.Sensitivity;

/**
 * Checks that no call gives a back office a value that is more sensitive than its integration is cleared for, and tells of personal data
 * that go to one of which nobody said what it is cleared for.
 */
final class ClearanceMeaning {
  private final BundleIndex index;
  private final Problems problems;

  ClearanceMeaning(BundleIndex index, Problems problems) {
    this.index = index;
    this.problems = problems;
  }

  /** A value that a call gives to an integration. */
  private record Given(Place input, String name, Sensitivity sensitivity, Place integration) {
    Optional<Sensitivity> clearance() {
      return integration.text("clearance").flatMap(SensitiveNames::known);
    }

    String to() {
      return integration.text("name").orElse("");
    }
  }

  /** Values that are more sensitive than an integration is cleared for are mistakes. */
  void check(List<Place> flows) {
    if (index.integrations().values().stream().noneMatch(integration -> integration.has("clearance"))) {
      return;
    }
    given(flows)
        .filter(given -> given.clearance().filter(most -> given.sensitivity().compareTo(most) > 0).isPresent())
        .forEach(
            given ->
                problems.at(
                    given.input(),
                    "'%s' is %s, but '%s' is cleared for %s only."
                        .formatted(given.name(), given.sensitivity(), given.to(), given.clearance().orElseThrow()),
                    "Leave it out, or say 'clearance: %s' there if the back office may have it.".formatted(given.sensitivity())));
  }

  /** An integration without clearance is not cleared: one that gets personal data is told once, by the most sensitive of them. */
  void warn(List<Place> flows) {
    Map<String, Given> most = new LinkedHashMap<>();
    given(flows)
        .filter(given -> !given.integration().has("clearance") && given.sensitivity().compareTo(Sensitivity.PERSONAL) >= 0)
        .forEach(given -> most.merge(given.to(), given, (one, other) -> other.sensitivity().compareTo(one.sensitivity()) > 0 ? other : one));
    most.values()
        .forEach(
            given ->
                problems.at(
                    given.integration().at("name"),
                    "'%s' gets '%s', which is %s, and nothing says that it is cleared for that.".formatted(given.to(), given.name(), given.sensitivity()),
                    "Say 'clearance: %s' here if the back office may have it, or leave it out.".formatted(given.sensitivity())));
  }

  private Stream<Given> given(List<Place> flows) {
    SensitiveNames names = new SensitiveNames(flows, index);
    return flows.stream()
        .flatMap(
            flow -> {
              Stream<Place> elements = Elements.lists(flow).stream().flatMap(list -> Elements.deep(list).stream());
              return Stream.concat(elements, BundleIndex.steps(flow).stream())
                  .flatMap(caller -> caller.text("call").map(index.integrations()::get).stream().flatMap(called -> given(caller, called, flow, names)));
            });
  }

  private static Stream<Given> given(Place caller, Place integration, Place flow, SensitiveNames names) {
    return caller.at("input").members().stream()
        .map(Map.Entry::getValue)
        .flatMap(
            input ->
                input
                    .text()
                    .flatMap(expression -> names.of(flow.text("name").orElse(""), expression))
                    .map(read -> new Given(input, read.getKey(), read.getValue(), integration))
                    .stream());
  }
}
