package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Element;

/** Makes the complete tree of an element. */
final class ElementTree {
  private ElementTree() {}

  static ObjectNode element(Element element) {
    if (element instanceof Element.Guarded guarded) {
      ObjectNode node = element(guarded.element());
      elements(node, "onFault", guarded.onFault());
      return node;
    }
    ObjectNode node = object().put("name", element.name());
    if (element instanceof Element.Assign assign) {
      expressions(node, "assign", Map.of(assign.variable(), assign.value()));
    } else if (element instanceof Element.Decide decide) {
      node.set("decide", array(decide.rules(), ElementTree::rule));
      elements(node, "otherwise", decide.otherwise());
    } else if (element instanceof Element.ForEach each) {
      elements(node.put("forEach", each.in()).put("item", each.item()), "do", each.body());
    } else if (element instanceof Element.Subflow subflow) {
      expressions(node.put("subflow", subflow.flow()), "input", subflow.input());
      expressions(node, "output", subflow.output());
    } else if (element instanceof Element.CloseCase close) {
      node.put("closeCase", close.resolution().name());
      close.reason().ifPresent(value -> node.put("reason", value));
    } else if (element instanceof Element.RaiseIncident incident) {
      node.put("raiseIncident", incident.code()).put("message", incident.message());
    } else if (element instanceof Element.CustomError error) {
      node.put("error", error.code()).put("message", error.message());
    } else if (!outside(node, element) && !records(node, element)) {
      wait(node, element);
    }
    return node;
  }

  private static boolean outside(ObjectNode node, Element element) {
    if (element instanceof Element.CallIntegration call) {
      expressions(node.put("call", call.integration()), "input", call.input());
    } else if (element instanceof Element.CallAction action) {
      expressions(node.put("action", action.action()), "input", action.input());
      expressions(node, "output", action.output());
    } else if (element instanceof Element.Notify notify) {
      node.put("notify", notify.channel().name())
          .put("to", notify.to())
          .put("subject", notify.subject())
          .put("text", notify.text());
    } else {
      return false;
    }
    return true;
  }

  private static boolean records(ObjectNode node, Element element) {
    if (element instanceof Element.UpdateRequest update) {
      expressions(node, "updateRequest", update.values());
    } else if (element instanceof Element.UpdateCase update) {
      expressions(node, "updateCase", update.values());
    } else if (element instanceof Element.GetRecords get) {
      expressions(node.put("getRecords", get.record()), "where", get.where());
      node.put("limit", get.limit()).put("into", get.variable());
    } else if (element instanceof Element.CreateRecord create) {
      expressions(node.put("createRecord", create.record()), "values", create.values());
      create.variable().ifPresent(value -> node.put("into", value));
    } else if (element instanceof Element.UpdateRecord update) {
      expressions(node.put("updateRecord", update.record()).put("key", update.key()), "values", update.values());
    } else {
      return false;
    }
    return true;
  }

  private static void wait(ObjectNode node, Element element) {
    ObjectNode wait = node.putObject("wait");
    if (element instanceof Element.WaitFor pause) {
      wait.put("for", pause.duration());
      pause.calendar().ifPresent(value -> wait.put("calendar", value));
    } else if (element instanceof Element.WaitUntil until) {
      wait.put("until", until.time());
    } else if (element instanceof Element.WaitForEvent event) {
      wait.put("event", event.event());
      event.variable().ifPresent(value -> wait.put("into", value));
      event.timeout().ifPresent(value -> wait.put("timeout", value));
      elements(wait, "onTimeout", event.onTimeout());
    }
  }

  private static ObjectNode rule(Element.Rule rule) {
    ObjectNode node = object().put("when", rule.when());
    elements(node, "then", rule.then());
    return node;
  }

  private static void elements(ObjectNode node, String key, List<Element> elements) {
    if (!elements.isEmpty()) {
      node.set(key, array(elements, ElementTree::element));
    }
  }

  static void expressions(ObjectNode node, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode written = node.putObject(key);
      values.forEach(written::put);
    }
  }
}
