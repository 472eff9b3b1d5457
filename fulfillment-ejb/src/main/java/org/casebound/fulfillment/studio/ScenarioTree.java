package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.array;
import static org.casebound.fulfillment.studio.BundleTree.object;
import static org.casebound.fulfillment.studio.BundleTree.texts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Scenario;

/** Makes the tree of a scenario. */
final class ScenarioTree {
  private ScenarioTree() {}

  static ObjectNode scenario(Scenario scenario) {
    ObjectNode node =
        object()
            .put("name", scenario.name())
            .put("label", scenario.label())
            .put("at", scenario.at().toString())
            .put("requester", scenario.requester());
    node.set("request", JsonTree.node(scenario.request()));
    if (!scenario.work().isEmpty()) {
      node.set("work", array(scenario.work(), ScenarioTree::decided));
    }
    if (!scenario.answers().isEmpty()) {
      node.set("answers", array(scenario.answers(), ScenarioTree::answer));
    }
    if (!scenario.events().isEmpty()) {
      node.set("events", array(scenario.events(), ScenarioTree::event));
    }
    if (!scenario.expect().equals(Scenario.Expectation.NONE)) {
      node.set("expect", expectation(scenario.expect()));
    }
    return node;
  }

  private static ObjectNode decided(Scenario.Decided decided) {
    ObjectNode node = object().put("step", decided.step());
    decided.outcome().ifPresent(value -> node.put("outcome", value));
    decided.by().ifPresent(value -> node.put("by", value));
    if (!decided.comment().isEmpty()) {
      node.put("comment", decided.comment());
    }
    add(node, "data", decided.data());
    return after(node, decided.after());
  }

  private static ObjectNode answer(Scenario.Answer answer) {
    ObjectNode node = object().put(answer.of().yamlName(), answer.name());
    if (answer.result() instanceof Scenario.Result.Done done) {
      node.set("reply", JsonTree.node(done.reply()));
    } else if (answer.result() instanceof Scenario.Result.Refused refused) {
      message(node.put("refused", refused.code()), refused.message());
    } else if (answer.result() instanceof Scenario.Result.Failed failed) {
      message(node.put("failed", failed.code()), failed.message());
    }
    if (answer.accepted()) {
      node.put("accepted", true);
    }
    return after(node, answer.after());
  }

  private static void message(ObjectNode node, String message) {
    if (!message.isEmpty()) {
      node.put("message", message);
    }
  }

  private static ObjectNode event(Scenario.Event event) {
    ObjectNode node = object().put("event", event.event());
    add(node, "data", event.data());
    return after(node, event.after());
  }

  private static ObjectNode expectation(Scenario.Expectation expect) {
    ObjectNode node = object();
    expect.end().ifPresent(end -> node.put("end", end.name()));
    add(node, "passes", expect.passes());
    add(node, "skips", expect.skips());
    if (!expect.calls().isEmpty()) {
      node.set("calls", array(expect.calls(), ScenarioTree::call));
    }
    add(node, "request", expect.request());
    add(node, "tells", expect.tells());
    if (!expect.due().isEmpty()) {
      node.set("due", array(expect.due(), ScenarioTree::due));
    }
    add(node, "keeps", expect.keeps());
    return node;
  }

  private static ObjectNode due(Scenario.ExpectedDue due) {
    ObjectNode node = object().put(due.of().yamlName(), due.name());
    due.at().ifPresent(at -> node.put("at", at.toString()));
    return node;
  }

  private static ObjectNode call(Scenario.ExpectedCall call) {
    ObjectNode node = object().put("call", call.call());
    add(node, "request", call.request());
    return node;
  }

  private static void add(ObjectNode node, String key, Map<String, Object> values) {
    if (!values.isEmpty()) {
      node.set(key, JsonTree.node(values));
    }
  }

  private static void add(ObjectNode node, String key, List<String> values) {
    if (!values.isEmpty()) {
      node.set(key, texts(values));
    }
  }

  private static ObjectNode after(ObjectNode node, Duration after) {
    if (!after.isZero()) {
      node.put("after", Durations.text(after));
    }
    return node;
  }
}
