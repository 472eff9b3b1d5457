package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.definition.ServiceProcessDefinition;

/** Makes the complete tree of a bundle: every default written out, in the format that bundles are read in. */
final class BundleTree {
  /** The format of bundles. */
  static final String FORMAT = "casebound/1";

  private BundleTree() {}

  static ObjectNode of(ProcessBundle bundle) {
    ObjectNode root = object().put("bundle", FORMAT);
    root.set("process", process(bundle.process()));
    root.set("flows", array(bundle.flows(), FlowTree::flow));
    root.set("integrations", array(bundle.integrations(), IntegrationTree::integration));
    root.set("queues", array(bundle.queues(), BundleTree::queue));
    if (!bundle.calendars().isEmpty()) {
      root.set("calendars", array(bundle.calendars(), CalendarTree::calendar));
    }
    if (!bundle.scenarios().isEmpty()) {
      root.set("scenarios", array(bundle.scenarios(), ScenarioTree::scenario));
    }
    return root;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> writer) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(writer.apply(item)));
    return array;
  }

  static ArrayNode texts(List<String> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }

  private static ObjectNode process(ServiceProcessDefinition process) {
    ObjectNode node =
        object()
            .put("name", process.name())
            .put("version", process.version())
            .put("label", process.label())
            .put("description", process.description())
            .put("usageType", process.usageType().yamlName())
            .put("category", process.category())
            .put("queue", process.queue());
    process.shortDescription().ifPresent(value -> node.put("shortDescription", value));
    process.icon().ifPresent(value -> node.put("icon", value));
    process.preprocessor().ifPresent(value -> node.put("preprocessor", value));
    process.fulfillmentFlow().ifPresent(value -> node.put("fulfillmentFlow", value));
    node.set("attributes", array(process.attributes(), BundleTree::attribute));
    node.set("documents", array(process.documents(), BundleTree::document));
    RulesTree.add(node, process.rules());
    return node;
  }

  static ObjectNode attribute(AttributeDefinition attribute) {
    ObjectNode node =
        object()
            .put("name", attribute.name())
            .put("label", attribute.label())
            .put("description", attribute.description())
            .put("type", attribute.type().yamlName())
            .put("group", attribute.group())
            .put("required", attribute.required())
            .put("sensitivity", attribute.sensitivity().name());
    attribute.binding().ifPresent(value -> node.put("binding", value));
    attribute.defaultValue().ifPresent(value -> node.put("default", value));
    attribute.pattern().ifPresent(value -> node.put("pattern", value));
    attribute.min().ifPresent(value -> node.put("min", BundleMapper.normal(value)));
    attribute.max().ifPresent(value -> node.put("max", BundleMapper.normal(value)));
    if (!attribute.options().isEmpty()) {
      node.set(
          "options",
          array(attribute.options(), option -> object().put("value", option.value()).put("label", option.label())));
    }
    if (!attribute.columns().isEmpty()) {
      node.set("columns", array(attribute.columns(), BundleTree::column));
    }
    attribute.visibleWhen().ifPresent(value -> node.put("visibleWhen", value));
    return node;
  }

  /** A column belongs to no section, and is as sensitive as the whole. */
  private static ObjectNode column(AttributeDefinition column) {
    ObjectNode node = attribute(column);
    node.remove(List.of("group", "sensitivity"));
    return node;
  }

  private static ObjectNode document(DocumentRequirement document) {
    ObjectNode node =
        object()
            .put("name", document.name())
            .put("label", document.label())
            .put("required", document.required())
            .put("maxBytes", document.maxBytes());
    node.set("mediaTypes", texts(document.mediaTypes()));
    return node;
  }

  private static ObjectNode queue(QueueDefinition queue) {
    return object().put("name", queue.name()).put("label", queue.label());
  }
}
