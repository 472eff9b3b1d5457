package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;

/**
 * Makes the complete tree of an integration. Members that the format learned after its first publication are written only when they
 * say something, so that what was published before keeps its text.
 */
final class IntegrationTree {
  private IntegrationTree() {}

  static ObjectNode integration(IntegrationDefinition integration) {
    ObjectNode node =
        object()
            .put("name", integration.name())
            .put("label", integration.label())
            .put("connector", integration.connector())
            .put("operation", integration.operation())
            .put("mode", integration.mode().name())
            .put("timeout", integration.timeout().toString())
            .put("acknowledgementTimeout", integration.acknowledgementTimeout().toString())
            .put("unknownOutcome", integration.unknownOutcome().name());
    ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
    integration.inputs().forEach(input -> inputs.add(input(input)));
    node.set("inputs", inputs);
    if (!integration.request().isEmpty()) {
      node.set("request", array(integration.request(), row -> row(object().put("to", row.target()), row)));
    }
    ObjectNode outputs = object();
    integration.outputs().forEach(row -> outputs.set(row.target(), output(row)));
    node.set("outputs", outputs);
    node.set("retry", retry(integration.retry()));
    if (integration.payloadLog() != PayloadLog.MASKED) {
      node.put("payloadLog", integration.payloadLog().name());
    }
    if (!integration.active()) {
      node.put("active", false);
    }
    integration.clearance().ifPresent(most -> node.put("clearance", most.name()));
    return node;
  }

  private static JsonNode input(InputDefinition input) {
    if (input.isPlain()) {
      return TextNode.valueOf(input.name());
    }
    ObjectNode node =
        object()
            .put("name", input.name())
            .put("type", typeName(input.type()))
            .put("sensitivity", input.sensitivity().name());
    input.defaultValue().ifPresent(value -> node.put("default", value));
    return node;
  }

  private static JsonNode output(MappingRow row) {
    return row.isPlain() ? TextNode.valueOf(row.expression().orElseThrow()) : row(object(), row);
  }

  private static ObjectNode row(ObjectNode node, MappingRow row) {
    row.pointer().ifPresent(value -> node.put("from", value));
    row.expression().ifPresent(value -> node.put("value", value));
    row.defaultValue().ifPresent(value -> node.put("default", value));
    row.sensitivity().ifPresent(value -> node.put("sensitivity", value.name()));
    return node;
  }

  /** The name of the type in bundles. */
  static String typeName(InputDefinition.Type type) {
    return type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static ObjectNode retry(RetryPolicy retry) {
    return object()
        .put("maxAttempts", retry.maxAttempts())
        .put("initialDelay", retry.initialDelay().toString())
        .put("maxDelay", retry.maxDelay().toString())
        .put("multiplier", BundleMapper.normal(java.math.BigDecimal.valueOf(retry.multiplier())))
        .put("jitter", BundleMapper.normal(java.math.BigDecimal.valueOf(retry.jitter())));
  }
}
