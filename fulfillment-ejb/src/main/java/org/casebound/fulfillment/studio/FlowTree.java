package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.TriggerDefinition;

/** Makes the complete tree of a flow. */
final class FlowTree {
  private FlowTree() {}

  static ObjectNode flow(FulfillmentFlowDefinition flow) {
    ObjectNode node = object().put("name", flow.name()).put("label", flow.label());
    flow.startedBy().ifPresent(trigger -> node.set("trigger", trigger(trigger)));
    if (flow instanceof FulfillmentFlowDefinition.Orchestration orchestration) {
      node.set("stages", array(orchestration.stages(), FlowTree::stage));
    } else if (flow instanceof FulfillmentFlowDefinition.RecordTriggered straight) {
      node.set("elements", array(straight.elements(), FlowTree::element));
    }
    return node;
  }

  private static ObjectNode trigger(TriggerDefinition trigger) {
    ObjectNode node =
        object().put("record", trigger.record().yamlName()).put("when", "created").put("order", trigger.order());
    trigger.condition().ifPresent(value -> node.put("condition", value));
    return node;
  }

  private static ObjectNode stage(StageDefinition stage) {
    ObjectNode node = object().put("name", stage.name()).put("label", stage.label());
    node.set("steps", array(stage.steps(), FlowTree::step));
    if (!stage.next().isEmpty()) {
      node.set("next", array(stage.next(), FlowTree::branch));
    }
    return node;
  }

  private static ObjectNode branch(StageDefinition.Branch branch) {
    ObjectNode node = object().put("goTo", branch.stage().orElse(FlowMapper.END));
    branch.when().ifPresent(value -> node.put("when", value));
    return node;
  }

  private static ObjectNode step(StepDefinition step) {
    ObjectNode node = object().put("name", step.name()).put("label", step.label());
    node.set("after", BundleTree.texts(step.after()));
    step.when()
        .ifPresent(
            criterion -> node.put("when", ((Criterion.Condition) criterion).expression()));
    if (step.work() instanceof StepDefinition.Interactive interactive) {
      node.set("interactive", interactive(interactive));
    } else if (step.work() instanceof StepDefinition.Background background) {
      node.set("background", array(background.elements(), FlowTree::element));
    }
    return node;
  }

  private static ObjectNode interactive(StepDefinition.Interactive work) {
    ObjectNode node =
        object()
            .put("queue", work.queue())
            .put("instructions", work.instructions())
            .put("notRequester", work.separation().notRequester());
    node.set(
        "outcomes",
        array(
            work.outcomes(),
            outcome ->
                object()
                    .put("name", outcome.name())
                    .put("label", outcome.label())
                    .put("reasonRequired", outcome.reasonRequired())));
    node.set("fields", array(work.fields(), BundleTree::attribute));
    return node;
  }

  private static ObjectNode element(Element element) {
    if (element instanceof Element.Guarded guarded) {
      ObjectNode node = element(guarded.element());
      node.set("onFault", array(guarded.onFault(), FlowTree::element));
      return node;
    }
    ObjectNode node = object().put("name", element.name());
    if (element instanceof Element.CallIntegration call) {
      node.put("call", call.integration());
      if (!call.input().isEmpty()) {
        node.set("input", expressions(call.input()));
      }
    } else if (element instanceof Element.Assign assign) {
      node.set("assign", expressions(Map.of(assign.variable(), assign.value())));
    } else if (element instanceof Element.UpdateRequest update) {
      node.set("updateRequest", expressions(update.values()));
    } else if (element instanceof Element.UpdateCase update) {
      node.set("updateCase", expressions(update.values()));
    } else if (element instanceof Element.Decide decide) {
      decide(node, decide);
    } else if (element instanceof Element.CloseCase close) {
      node.put("closeCase", close.resolution().name());
      close.reason().ifPresent(value -> node.put("reason", value));
    }
    return node;
  }

  private static void decide(ObjectNode node, Element.Decide decide) {
    node.set(
        "decide",
        array(
            decide.rules(),
            rule -> {
              ObjectNode written = object().put("when", rule.when());
              written.set("then", array(rule.then(), FlowTree::element));
              return written;
            }));
    if (!decide.otherwise().isEmpty()) {
      node.set("otherwise", array(decide.otherwise(), FlowTree::element));
    }
  }

  private static ObjectNode expressions(Map<String, String> values) {
    ObjectNode node = object();
    values.forEach(node::put);
    return node;
  }
}
