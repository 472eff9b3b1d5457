package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casebound.domain.definition.TriggerDefinition;

/** Makes the complete tree of a trigger. */
final class TriggerTree {
  private TriggerTree() {}

  static ObjectNode trigger(TriggerDefinition trigger) {
    ObjectNode node =
        object()
            .put("record", trigger.record().yamlName())
            .put("when", change(trigger.on()))
            .put("order", trigger.order());
    trigger.condition().ifPresent(value -> node.put("condition", value));
    if (trigger.onlyWhenBecomesTrue()) {
      node.put("becomesTrue", true);
    }
    if (trigger.path() instanceof TriggerDefinition.Path.Async) {
      node.put("start", "async");
    } else if (trigger.path() instanceof TriggerDefinition.Path.Scheduled scheduled) {
      ObjectNode start = object().put("after", Durations.text(scheduled.offset()));
      scheduled.from().ifPresent(value -> start.put("from", value));
      node.set("start", start);
    }
    return node;
  }

  private static String change(TriggerDefinition.On on) {
    return TriggerMapper.CHANGES.entrySet().stream()
        .filter(e -> e.getValue() == on)
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
