package org.casebound.fulfillment.integration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;

/** Makes what is sent out of the inputs of a call: defaults and types first, then the rows. The same inputs always give the same. */
public final class RequestMapping {
  private RequestMapping() {}

  /**
   * What is sent.
   *
   * @throws org.casebound.domain.shared.RuleViolation INTG-001 when a value has not the type of its input, INTG-003 when rows are in each other's
   *     way, EXPR-001 when an expression can not be evaluated
   */
  public static Map<String, Object> apply(
      IntegrationDefinition definition, Expressions expressions, Map<String, Object> given) {
    Map<String, Object> inputs = inputs(definition, expressions, given);
    if (definition.request().isEmpty()) {
      return inputs;
    }
    Map<String, Object> request = new LinkedHashMap<>();
    for (MappingRow row : definition.request()) {
      MappedValue.of(row, inputs, Map.of("input", inputs), expressions)
          .ifPresent(value -> JsonPointers.put(request, row.target(), value));
    }
    return request;
  }

  private static Map<String, Object> inputs(
      IntegrationDefinition definition, Expressions expressions, Map<String, Object> given) {
    Map<String, Object> inputs = new LinkedHashMap<>(given);
    for (InputDefinition input : definition.inputs()) {
      Optional<Object> value =
          Optional.ofNullable(given.get(input.name()))
              .or(() -> input.defaultValue().map(expression -> expressions.value(expression, Map.of())));
      value.ifPresent(found -> inputs.put(input.name(), input.checked(found)));
    }
    return inputs;
  }
}
