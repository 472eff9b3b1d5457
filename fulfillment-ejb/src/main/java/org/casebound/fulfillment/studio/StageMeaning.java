package org.casebound.fulfillment.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    paths(stages, byName, problems);
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

  private static void paths(List<Place> stages, Map<String, Place> byName, Problems problems) {
    Map<String, Set<String>> successors = new HashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      Place stage = stages.get(i);
      String following = i + 1 < stages.size() ? stages.get(i + 1).text("name").orElse("") : FlowMapper.END;
      Set<String> targets =
          stage.has("next")
              ? stage.itemsOrSelf("next").stream()
                  .flatMap(branch -> branch.text().or(() -> branch.text("goTo")).stream())
                  .collect(Collectors.toCollection(HashSet::new))
              : new HashSet<>(Set.of(following));
      stage.text("onFault").ifPresent(targets::add);
      successors.put(stage.text("name").orElse(""), targets);
    }
    Set<String> reached = reach(Set.of(stages.get(0).text("name").orElse("")), successors);
    Map<String, Set<String>> predecessors = new HashMap<>();
    successors.forEach((from, targets) -> targets.forEach(to -> predecessors.computeIfAbsent(to, t -> new HashSet<>()).add(from)));
    Set<String> ends = new HashSet<>(Set.of(FlowMapper.END));
    byName.forEach((name, stage) -> {
      if (closesCase(stage)) {
        ends.add(name);
      }
    });
    Set<String> ending = reach(ends, predecessors);
    byName.forEach((name, stage) -> {
      if (!reached.contains(name)) {
        problems.at(stage, "Stage '%s' is never reached.".formatted(name), "Name it in 'next' of another stage, or delete it.");
      } else if (!ending.contains(name)) {
        problems.at(stage, "From stage '%s' the flow can never end.".formatted(name), "Let some branch go to 'end', or close the case.");
      }
    });
  }

  private static boolean closesCase(Place stage) {
    return stage.items("steps").stream().anyMatch(step -> closes(step.at("background")));
  }

  private static boolean closes(Place elements) {
    return elements.items().stream()
        .anyMatch(e -> e.has("closeCase") || ElementMapper.nested(e).stream().anyMatch(StageMeaning::closes));
  }

  private static Set<String> reach(Set<String> from, Map<String, Set<String>> edges) {
    Set<String> reached = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String next : edges.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }
}
