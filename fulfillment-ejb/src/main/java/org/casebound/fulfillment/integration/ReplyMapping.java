package org.casebound.fulfillment.integration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;

/** Turns an answer into the variables that the integration definition names. */
public final class ReplyMapping {
  private ReplyMapping() {}

  /**
   * Evaluates the output rows.
   *
   * @throws org.casebound.domain.shared.RuleViolation EXPR-001 when the answer does not have what a row wants
   */
  public static Map<String, Object> apply(
      IntegrationDefinition definition, Expressions expressions, Map<String, Object> reply) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (MappingRow row : definition.outputs()) {
      outputs.put(row.target(), expressions.value(row.source(), Map.of("reply", reply)));
    }
    return outputs;
  }
}
