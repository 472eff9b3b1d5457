package org.casebound.domain.flow;

import java.util.Map;

/**
 * How running flows move from one version of their definition to another.
 *
 * @param stages new name of a stage by its old name; one that is not named keeps its name
 * @param steps new name of a step by its old name; one that is not named keeps its name
 */
public record MigrationPlan(Map<String, String> stages, Map<String, String> steps) {
  public MigrationPlan {
    stages = Map.copyOf(stages);
    steps = Map.copyOf(steps);
  }

  /** The new name of a stage. */
  public String stage(String old) {
    return stages.getOrDefault(old, old);
  }

  /** The new name of a step. */
  public String step(String old) {
    return steps.getOrDefault(old, old);
  }
}
