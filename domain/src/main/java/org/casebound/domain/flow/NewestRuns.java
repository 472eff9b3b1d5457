package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What counts of a flow's records: the newest run of every stage, and the steps that were begun in it. A stage that was entered
 * again begins all its steps anew, so one that has no record of the newest run was not begun.
 *
 * @param entries how often each stage was entered
 */
public record NewestRuns(Map<String, Stage> stages, Map<String, Integer> entries, Map<String, Step> steps) {
  /**
   * @param stages all runs of the flow's stages, in any order; none for a straight-through flow
   * @param steps all runs of the flow's steps, in any order
   */
  public static NewestRuns of(List<Stage> stages, List<Step> steps) {
    Map<String, Stage> newest = new LinkedHashMap<>();
    stages.forEach(stage -> newest.merge(stage.name(), stage, (a, b) -> a.entry() > b.entry() ? a : b));
    Map<String, Integer> entries = new LinkedHashMap<>();
    stages.forEach(stage -> entries.merge(stage.name(), 1, Integer::sum));
    Map<String, Step> current = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> !newest.containsKey(step.stage()) || newest.get(step.stage()).entry() == step.entry())
        .forEach(step -> current.put(step.name(), step));
    return new NewestRuns(newest, entries, current);
  }
}
