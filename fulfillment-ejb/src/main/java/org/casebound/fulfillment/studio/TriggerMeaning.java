package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks what starts a flow. */
final class TriggerMeaning {
  private TriggerMeaning() {}

  static void check(Place trigger, BundleIndex index, Problems problems) {
    boolean updates = !trigger.text("when").orElse("created").equals("created");
    ExpressionCheck expressions = new ExpressionCheck(declarations(trigger, updates, index));
    ExpressionReport.check(expressions, trigger.at("condition"), ValueKind.TRUTH, problems);
    if (trigger.flag("becomesTrue") && !updates) {
      problems.atKey(
          trigger.at("becomesTrue"),
          "A record that was just created had no condition before.",
          "Let 'when' be updated or createdOrUpdated, or delete it.");
    } else if (trigger.flag("becomesTrue") && !trigger.has("condition")) {
      problems.atKey(trigger.at("becomesTrue"), "There is no condition that could become true.", "Add 'condition'.");
    }
    start(trigger.at("start"), expressions, problems);
  }

  private static void start(Place start, ExpressionCheck expressions, Problems problems) {
    ExpressionReport.check(expressions, start.at("from"), ValueKind.TIME, problems);
    Optional<Duration> after = DurationMeaning.offset(start.at("after"), problems);
    if (after.isPresent() && !start.has("from") && (after.get().isNegative() || after.get().isZero())) {
      problems.at(
          start.at("after"),
          "A flow can not start before the change that starts it.",
          "Add 'from' with a date or time, or make it longer than nothing; right after the change is 'start: async'.");
    }
  }

  private static Declarations declarations(Place trigger, boolean updates, BundleIndex index) {
    boolean request =
        trigger.text("record").filter(TriggerDefinition.Record.SERVICE_CATALOG_REQUEST.yamlName()::equals).isPresent();
    Declarations known = FlowNames.ofRequest(index);
    String root = request ? "request." : "case.";
    Map<String, Set<String>> choices = new HashMap<>(known.choices());
    known
        .choices()
        .forEach(
            (path, texts) -> {
              if (path.startsWith(root)) {
                choices.put("record." + path.substring(root.length()), texts);
                choices.put("prior." + path.substring(root.length()), texts);
              }
            });
    return Declarations.ofRequest(index.kinds(), index.rows(), choices)
        .withWatched(
            new Declarations.Watched(
                request ? TriggerDefinition.Record.SERVICE_CATALOG_REQUEST : TriggerDefinition.Record.CASE, updates));
  }
}
