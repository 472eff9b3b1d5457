package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.StepDefinition;

/** Makes the complete tree of a step. */
final class StepTree {
  private StepTree() {}

  static ObjectNode step(StepDefinition step) {
    ObjectNode node = object().put("name", step.name()).put("label", step.label());
    node.set("after", BundleTree.texts(step.after()));
    criterion(node, "when", step.when());
    if (step.work() instanceof StepDefinition.Interactive interactive) {
      node.set("interactive", interactive(interactive));
    } else if (step.work() instanceof StepDefinition.Background background) {
      node.set("background", array(background.elements(), ElementTree::element));
    } else if (step.work() instanceof StepDefinition.RunFlow run) {
      ElementTree.expressions(node.put("run", run.flow()), "input", run.input());
    } else if (step.work() instanceof StepDefinition.CallOut call) {
      ElementTree.expressions(node.put("call", call.integration()), "input", call.input());
    }
    criterion(node, "endsWhen", step.endsWhen());
    if (!step.undo().isEmpty()) {
      node.set("undo", array(step.undo(), ElementTree::element));
    }
    return node;
  }

  static void criterion(ObjectNode node, String key, Optional<Criterion> criterion) {
    criterion.ifPresent(
        asked -> {
          if (asked instanceof Criterion.Evaluation evaluation) {
            node.set(key, object().put("evaluate", evaluation.flow()));
          } else if (asked instanceof Criterion.Condition condition) {
            node.put(key, condition.expression());
          }
        });
  }

  private static ObjectNode interactive(StepDefinition.Interactive work) {
    ObjectNode node =
        object()
            .put("queue", work.queue())
            .put("instructions", work.instructions())
            .put("notRequester", work.separation().notRequester());
    work.assignee().ifPresent(value -> node.put("assignee", value));
    work.priority().ifPresent(value -> node.put("priority", value));
    if (work.bulkDecisions()) {
      node.put("bulkDecisions", true);
    }
    if (!work.separation().notSameAs().isEmpty()) {
      node.set("notSameAs", BundleTree.texts(work.separation().notSameAs()));
    }
    work.quorum()
        .ifPresent(
            quorum -> node.set("quorum", object().put("people", quorum.people()).put("outcome", quorum.outcome())));
    work.deadline().ifPresent(deadline -> node.set("due", DeadlineTree.deadline(deadline)));
    node.set("outcomes", array(work.outcomes(), StepTree::outcome));
    node.set("fields", array(work.fields(), BundleTree::attribute));
    if (!work.checks().compare().isEmpty()) {
      node.set("compare", array(work.checks().compare(), StepTree::comparison));
    }
    if (!work.checks().list().isEmpty()) {
      node.set("checklist", array(work.checks().list(), check -> object().put("name", check.name()).put("label", check.label())));
    }
    return node;
  }

  private static ObjectNode outcome(StepDefinition.Outcome outcome) {
    ObjectNode node =
        object()
            .put("name", outcome.name())
            .put("label", outcome.label())
            .put("reasonRequired", outcome.reasonRequired());
    return outcome.ticksRequired() ? node.put("ticksRequired", true) : node;
  }

  private static ObjectNode comparison(StepDefinition.Comparison row) {
    ObjectNode node = object().put("name", row.name()).put("label", row.label()).put("requested", row.requested());
    row.onFile().ifPresent(value -> node.put("onFile", value));
    row.onDocument().ifPresent(value -> node.put("onDocument", value));
    return node;
  }
}
