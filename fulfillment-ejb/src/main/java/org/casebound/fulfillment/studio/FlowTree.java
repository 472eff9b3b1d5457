package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.VariableDefinition;

/**
 * Makes the complete tree of a flow. Members that the format learned after its first publication are written only when they say
 * something, so that what was published before keeps its text.
 */
final class FlowTree {
  private FlowTree() {}

  static ObjectNode flow(FulfillmentFlowDefinition flow) {
    ObjectNode node = object().put("name", flow.name()).put("label", flow.label());
    flow.startedBy().ifPresent(trigger -> node.set("trigger", TriggerTree.trigger(trigger)));
    if (!flow.variables().isEmpty()) {
      node.set("variables", array(flow.variables(), FlowTree::variable));
    }
    if (flow instanceof FulfillmentFlowDefinition.Orchestration orchestration) {
      node.set("stages", array(orchestration.stages(), FlowTree::stage));
    } else if (flow instanceof FulfillmentFlowDefinition.RecordTriggered straight) {
      node.set("elements", array(straight.elements(), ElementTree::element));
    } else if (flow instanceof FulfillmentFlowDefinition.Autolaunched inner) {
      node.put("autolaunched", true);
      node.set("elements", array(inner.elements(), ElementTree::element));
    }
    return node;
  }

  private static ObjectNode variable(VariableDefinition variable) {
    ObjectNode node =
        object()
            .put("name", variable.name())
            .put("type", typeName(variable.type()))
            .put("input", variable.input())
            .put("output", variable.output());
    variable.defaultValue().ifPresent(value -> node.put("default", value));
    return node;
  }

  /** The name of the type in bundles. */
  static String typeName(VariableDefinition.Type type) {
    return type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static ObjectNode stage(StageDefinition stage) {
    ObjectNode node = object().put("name", stage.name()).put("label", stage.label());
    node.set("steps", array(stage.steps(), StepTree::step));
    if (!stage.next().isEmpty()) {
      node.set("next", array(stage.next(), FlowTree::branch));
    }
    StepTree.criterion(node, "exit", stage.exit());
    stage.faultStage().ifPresent(value -> node.put("onFault", value));
    if (stage.maxEntries() != StageDefinition.DEFAULT_MAX_ENTRIES) {
      node.put("maxEntries", stage.maxEntries());
    }
    return node;
  }

  private static ObjectNode branch(StageDefinition.Branch branch) {
    ObjectNode node = object().put("goTo", branch.stage().orElse(FlowMapper.END));
    branch.when().ifPresent(value -> node.put("when", value));
    return node;
  }
}
