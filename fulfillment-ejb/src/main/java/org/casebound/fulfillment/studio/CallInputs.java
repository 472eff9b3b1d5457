package org.casebound.fulfillment.studio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** The inputs that an integration declares: a name each, or a map. */
final class CallInputs {
  private CallInputs() {}

  static Set<String> names(Place integration) {
    return kinds(integration).keySet();
  }

  /** The inputs that a call must give: those without a default. */
  static Set<String> required(Place integration) {
    return integration.items("inputs").stream()
        .filter(input -> !input.has("default"))
        .flatMap(input -> name(input).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Map<String, ValueKind> kinds(Place integration) {
    Map<String, ValueKind> kinds = new LinkedHashMap<>();
    integration.items("inputs").forEach(input -> name(input).ifPresent(name -> kinds.put(name, kind(input))));
    return kinds;
  }

  static ValueKind kind(Place input) {
    String type = input.text("type").orElse("Any");
    return Arrays.stream(InputDefinition.Type.values())
        .filter(each -> IntegrationTree.typeName(each).equals(type))
        .findFirst()
        .map(CallInputs::kind)
        .orElse(ValueKind.ANY);
  }

  private static ValueKind kind(InputDefinition.Type type) {
    return switch (type) {
      case TEXT -> ValueKind.TEXT;
      case NUMBER -> ValueKind.NUMBER;
      case BOOLEAN -> ValueKind.TRUTH;
      case LIST -> ValueKind.LIST;
      case MAP -> ValueKind.MAP;
      case ANY -> ValueKind.ANY;
    };
  }

  private static Optional<String> name(Place input) {
    return input.text().or(() -> input.text("name"));
  }
}
