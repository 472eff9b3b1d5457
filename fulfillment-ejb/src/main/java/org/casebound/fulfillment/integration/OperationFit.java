package org.casebound.fulfillment.integration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.ValueType;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;

/** Compares an integration with what its connector says of the operation, before anything is called. */
public final class OperationFit {
  private static final Map<InputDefinition.Type, Set<ValueType>> TYPES =
      Map.of(
          InputDefinition.Type.TEXT, Set.of(ValueType.TEXT),
          InputDefinition.Type.NUMBER, Set.of(ValueType.NUMBER),
          InputDefinition.Type.BOOLEAN, Set.of(ValueType.BOOLEAN),
          InputDefinition.Type.LIST, Set.of(ValueType.LIST),
          InputDefinition.Type.MAP, Set.of(ValueType.MAP),
          InputDefinition.Type.ANY, ValueType.ANY);

  private OperationFit() {}

  /** The fixed list of operations of the connector that is bound there; empty when it has none, or there is no connector. */
  public static List<String> operations(String jndiName) {
    return connector(jndiName).map(BackOfficeConnectionFactory::operations).orElse(List.of());
  }

  /** What does not fit, each a sentence; empty when all does, or the connector can not tell. */
  public static List<String> misfits(IntegrationDefinition integration) {
    return connector(integration.connector()).map(connector -> misfits(integration, connector)).orElse(List.of());
  }

  static List<String> misfits(IntegrationDefinition integration, BackOfficeConnectionFactory connector) {
    Operation operation;
    try {
      operation = connector.describe(integration.operation());
    } catch (IllegalArgumentException unknown) {
      return List.of(
          "Integration '%s' asks for an operation that its connector does not have. %s".formatted(integration.name(), unknown.getMessage()));
    }
    List<String> found = new ArrayList<>();
    sent(integration).ifPresent(sent -> input(integration.name(), operation.input(), sent, found));
    read(integration).stream()
        .filter(member -> !operation.result().mayHave(member))
        .forEach(member -> found.add("Integration '%s' reads '%s', which the operation does not give.".formatted(integration.name(), member)));
    return found;
  }

  private static void input(String integration, Shape input, Map<String, Set<ValueType>> sent, List<String> found) {
    input.members().stream()
        .filter(member -> member.required() && !sent.containsKey(member.name()))
        .forEach(member -> found.add("Integration '%s' does not send '%s', which the operation needs.".formatted(integration, member.name())));
    sent.forEach(
        (name, types) -> {
          if (!input.mayHave(name)) {
            found.add("Integration '%s' sends '%s', which the operation does not take.".formatted(integration, name));
          }
          input
              .member(name)
              .filter(member -> types.stream().noneMatch(member.types()::contains))
              .ifPresent(
                  member ->
                      found.add(
                          "Integration '%s' sends '%s' as %s, and the operation takes %s."
                              .formatted(integration, name, new Shape.Member(name, types, true).typesInWords(), member.typesInWords())));
        });
  }

  /** What is sent, by the names of its members, and what each may be; empty when only a call can tell. */
  private static Optional<Map<String, Set<ValueType>>> sent(IntegrationDefinition integration) {
    if (integration.request().isEmpty()) {
      return Optional.of(integration.inputs().stream().collect(Collectors.toMap(InputDefinition::name, input -> TYPES.get(input.type()))));
    }
    List<String> targets = integration.request().stream().map(row -> row.target()).toList();
    return targets.stream().allMatch(target -> target.startsWith("/"))
        ? Optional.of(targets.stream().collect(Collectors.toMap(OperationFit::first, OperationFit::under, OperationFit::either)))
        : Optional.empty();
  }

  /** A pointer that goes on leads into a map or a list. */
  private static Set<ValueType> under(String pointer) {
    return pointer.indexOf('/', 1) < 0 ? ValueType.ANY : EnumSet.of(ValueType.MAP, ValueType.LIST);
  }

  private static Set<ValueType> either(Set<ValueType> one, Set<ValueType> other) {
    return one.size() < other.size() ? one : other;
  }

  private static Set<String> read(IntegrationDefinition integration) {
    return integration.outputs().stream()
        .map(row -> row.pointer())
        .flatMap(Optional::stream)
        .filter(pointer -> pointer.startsWith("/"))
        .map(OperationFit::first)
        .collect(Collectors.toSet());
  }

  private static String first(String pointer) {
    int end = pointer.indexOf('/', 1);
    return pointer.substring(1, end < 0 ? pointer.length() : end).replace("~1", "/").replace("~0", "~");
  }

  private static Optional<BackOfficeConnectionFactory> connector(String jndiName) {
    try {
      return Optional.of(InitialContext.<Object>doLookup(jndiName))
          .filter(BackOfficeConnectionFactory.class::isInstance)
          .map(BackOfficeConnectionFactory.class::cast);
    } catch (NamingException missing) {
      return Optional.empty();
    }
  }
}
