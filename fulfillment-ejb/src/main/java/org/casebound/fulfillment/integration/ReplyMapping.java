package org.casebound.fulfillment.integration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.shared.RuleViolation;

/** Turns an answer into the variables that the integration definition names. */
public final class ReplyMapping {
  private ReplyMapping() {}

  /**
   * Evaluates the output rows.
   *
   * @throws RuleViolation EXPR-001 or INTG-002 when the answer does not have what a row wants
   */
  public static Map<String, Object> apply(
      IntegrationDefinition definition, Expressions expressions, Map<String, Object> reply) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (MappingRow row : definition.outputs()) {
      Object value =
          MappedValue.of(row, reply, Map.of("reply", reply), expressions)
              .orElseThrow(
                  () ->
                      new RuleViolation(
                          "INTG-002",
                          "The answer has nothing at %s for '%s'; give the output a default if it may be missing."
                              .formatted(row.pointer().orElse(""), row.target())));
      outputs.put(row.target(), value);
    }
    return outputs;
  }
}
