package org.casebound.fulfillment.studio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks 'notSameAs': the step that is named must be worked by a person, and may be completed before this one. */
final class SeparationMeaning {
  private final StagePaths paths;
  private final Map<String, Place> steps = new HashMap<>();
  private final Map<String, String> stageOf = new HashMap<>();
  private final Problems problems;

  /**
   * @param stages at least one
   */
  SeparationMeaning(List<Place> stages, StagePaths paths, Problems problems) {
    this.paths = paths;
    this.problems = problems;
    for (Place stage : stages) {
      for (Place step : stage.items("steps")) {
        String name = step.text("name").orElse("");
        steps.putIfAbsent(name, step);
        stageOf.putIfAbsent(name, stage.text("name").orElse(""));
      }
    }
  }

  void check() {
    steps.forEach(
        (name, step) ->
            step.at("interactive").itemsOrSelf("notSameAs").forEach(other -> other(name, other)));
  }

  private void other(String step, Place place) {
    References.check("step", place, steps.keySet(), problems);
    String other = place.text().orElse("");
    if (!steps.containsKey(other)) {
      return;
    }
    if (other.equals(step)) {
      problems.at(place, "A step can not be kept apart from itself.", "Name another step; for several people use 'quorum'.");
    } else if (!steps.get(other).has("interactive")) {
      problems.at(place, "No person works the step '%s'.".formatted(other), "Name an interactive step.");
    } else if (!mayComeBefore(other, step)) {
      problems.at(
          place,
          "The step '%s' is never completed before this one.".formatted(other),
          "Name an earlier step, or say it there: notSameAs: %s.".formatted(step));
    }
  }

  private boolean mayComeBefore(String other, String step) {
    String stage = stageOf.getOrDefault(step, "");
    String otherStage = stageOf.getOrDefault(other, "");
    return stage.equals(otherStage) && !waitsFor(other, step, new HashSet<>()) || paths.follows(stage, otherStage);
  }

  /** Whether a step starts only after another of its stage. */
  private boolean waitsFor(String step, String earlier, Set<String> seen) {
    Place place = steps.get(step);
    return place != null
        && seen.add(step)
        && place.itemsOrSelf("after").stream()
            .flatMap(name -> name.text().stream())
            .anyMatch(name -> name.equals(earlier) || waitsFor(name, earlier, seen));
  }
}
