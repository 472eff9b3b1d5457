package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;

/**
 * One stage of an orchestration. When it has ended, the first branch that holds decides what follows.
 *
 * @param name API name, unique in the flow
 * @param label what people call it
 * @param steps at least one
 * @param next branches in order; when none of them holds the flow stops with an incident. Empty: the next stage in the list
 *     follows, or the flow ends after the last one
 * @param exit asked after every step and every change; when it holds the stage ends and what still runs in it is discontinued.
 *     Empty: the stage ends when all its steps have ended
 * @param faultStage stage that follows when a step of this one fails; empty: the flow stops with an incident
 * @param maxEntries how often a flow may enter the stage, 1 to 1000, default {@value #DEFAULT_MAX_ENTRIES}; one more stops it
 *     with incident FLOW-004
 */
public record StageDefinition(
    String name,
    String label,
    List<StepDefinition> steps,
    List<Branch> next,
    Optional<Criterion> exit,
    Optional<String> faultStage,
    int maxEntries) {
  /** How often a stage may be entered when the definition does not say. */
  public static final int DEFAULT_MAX_ENTRIES = 100;

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
