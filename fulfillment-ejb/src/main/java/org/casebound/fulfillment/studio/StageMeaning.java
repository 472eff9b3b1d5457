package org.casebound.fulfillment.studio;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks that stages and steps follow each other in a way that starts, goes on and ends. */
final class StageMeaning {
  private StageMeaning() {}

  static void check(List<Place> stages, ExpressionCheck expressions, Problems problems) {
    if (stages.isEmpty()) {
      return;
    }
    UniqueNames.check("stage", stages, problems);
    Map<String, Place> byName = BundleIndex.byName(stages);
    for (Place stage : stages) {
      if (stage.text("name").filter(FlowMapper.END::equals).isPresent()) {
        problems.at(stage.at("name"), "'end' is no name for a stage: it stands for the end of the flow.", "Choose another name.");
      }
      branches(stage, byName.keySet(), expressions, problems);
      after(stage.items("steps"), problems);
      fault(stage, byName.keySet(), problems);
    }
    StagePaths paths = new StagePaths(stages);
    paths(paths, byName, problems);
    new SeparationMeaning(stages, paths, problems).check();
  }

  private static void branches(
      Place stage, Set<String> stages, ExpressionCheck expressions, Problems problems) {
    Set<String> targets = new TreeSet<>(stages);
    targets.add(FlowMapper.END);
    List<Place> branches = stage.itemsOrSelf("next");
    for (int i = 0; i < branches.size(); i++) {
      Place branch = branches.get(i);
      boolean last = i == branches.size() - 1;
      References.check("stage", branch.node().isTextual() ? branch : branch.at("goTo"), targets, problems);
      ExpressionReport.check(expressions, branch.at("when"), ValueKind.TRUTH, problems);
      if (branch.node().isObject() && last && branch.has("when")) {
        problems.at(branch, "It is not said what follows when no branch holds.", "Add a last branch with only 'goTo'.");
      } else if (branch.node().isObject() && !last && !branch.has("when")) {
        problems.at(branch, "This branch always holds; those after it are never taken.", "Add 'when', or move it to the end.");
      }
    }
  }

  private static void fault(Place stage, Set<String> stages, Problems problems) {
    Place target = stage.at("onFault");
    References.check("stage", target, stages, problems);
    if (target.text().isPresent() && target.text().equals(stage.text("name"))) {
      problems.at(target, "A stage can not be its own fault path.", "Name another stage, or delete it.");
    }
  }

  private static void after(List<Place> steps, Problems problems) {
    Map<String, Set<String>> waits = new LinkedHashMap<>();
    steps.forEach(step -> step.text("name").ifPresent(name -> waits.put(name, new HashSet<>())));
    for (Place step : steps) {
      String name = step.text("name").orElse("");
      for (Place earlier : step.itemsOrSelf("after")) {
        References.check("step of the same stage", earlier, waits.keySet(), problems);
        earlier.text().filter(waits::containsKey).ifPresent(e -> waits.getOrDefault(name, new HashSet<>()).add(e));
      }
    }
    Set<String> startable = new HashSet<>();
    while (waits.entrySet().stream().anyMatch(w -> startable.containsAll(w.getValue()) && startable.add(w.getKey()))) {
      // Each round finds one more step that can start.
    }
    steps.stream()
        .filter(step -> step.text("name").filter(waits::containsKey).filter(n -> !startable.contains(n)).isPresent())
        .forEach(
            step ->
                problems.at(
                    step.at("after"), "This step can never start: it waits, at last, for itself.", "Break the circle of 'after'."));
  }

  private static void paths(StagePaths paths, Map<String, Place> byName, Problems problems) {
    Set<String> ends = new HashSet<>(Set.of(FlowMapper.END));
    byName.forEach(
        (name, stage) -> {
          if (closesCase(stage)) {
            ends.add(name);
          }
        });
    Set<String> reached = paths.reached();
    Set<String> ending = paths.leadingTo(ends);
    byName.forEach(
        (name, stage) -> {
          if (!reached.contains(name)) {
            problems.at(
                stage, "Stage '%s' is never reached.".formatted(name), "Name it in 'next' of another stage, or delete it.");
          } else if (!ending.contains(name)) {
            problems.at(
                stage, "From stage '%s' the flow can never end.".formatted(name), "Let some branch go to 'end', or close the case.");
          }
        });
  }

  /** Whether some element of the stage closes the case, or starts a flow, which may. */
  private static boolean closesCase(Place stage) {
    return stage.items("steps").stream()
        .anyMatch(
            step ->
                step.has("run")
                    || Elements.deep(step.at("background")).stream()
                        .anyMatch(element -> element.has("closeCase") || element.has("subflow")));
  }
}
