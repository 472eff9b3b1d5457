package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;

/**
 * One stage of an orchestration. It ends when all its steps have ended; then the first branch that holds decides what follows.
 *
 * @param name API name, unique in the flow
 * @param label what people call it
 * @param steps at least one
 * @param next branches in order; when none of them holds the flow stops with an incident. Empty: the next stage in the list
 *     follows, or the flow ends after the last one
 */
public record StageDefinition(
    String name, String label, List<StepDefinition> steps, List<Branch> next) {
  public StageDefinition {
    steps = List.copyOf(steps);
    next = List.copyOf(next);
  }

  /**
   * A branch after a stage.
   *
   * @param when CEL condition; without one the branch always holds
   * @param stage name of the stage that follows; empty: the flow ends
   */
  public record Branch(Optional<String> when, Optional<String> stage) {}
}
