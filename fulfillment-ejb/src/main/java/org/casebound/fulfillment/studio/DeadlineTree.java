package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casebound.domain.definition.Deadline;

/** Makes the complete tree of deadlines and escalations. */
final class DeadlineTree {
  private DeadlineTree() {}

  static ObjectNode deadline(Deadline deadline) {
    ObjectNode node = object().put("within", Durations.text(deadline.within()));
    deadline.calendar().ifPresent(value -> node.put("calendar", value));
    node.set("reminders", BundleTree.texts(deadline.reminders().stream().map(Durations::text).toList()));
    deadline.escalation().ifPresent(escalation -> node.set("escalation", escalation(escalation)));
    return node;
  }

  static ObjectNode escalation(Deadline.Escalation escalation) {
    return withAction(object().put("after", Durations.text(escalation.after())), escalation);
  }

  /** Adds what is done, without its time. */
  static ObjectNode withAction(ObjectNode node, Deadline.Escalation escalation) {
    escalation.priority().ifPresent(value -> node.put("priority", value.name()));
    escalation.queue().ifPresent(value -> node.put("queue", value));
    escalation.tell().ifPresent(value -> node.put("tell", value));
    return node;
  }
}
