package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;

/**
 * One step of a stage (specification, section E).
 *
 * @param name API name, unique in the flow
 * @param label what people call it
 * @param after names of steps of the same stage that must be completed first; empty: starts with the stage
 * @param when CEL condition that must hold, too; without one it starts as soon as {@code after} allows
 * @param work what the step does
 */
public record StepDefinition(
    String name, String label, List<String> after, Optional<String> when, Work work) {
  public StepDefinition {
    after = List.copyOf(after);
  }

  /** What a step does. */
  public sealed interface Work {}

  /**
   * Makes a work item for a person.
   *
   * @param queue the queue it is offered to
   * @param instructions what to do, plain text
   * @param outcomes how it may end; at least one
   * @param fields values that the person enters; they become {@code steps.<name>.data.<field>}
   * @param notRequester whether the requester of the case may not work it (separation of duties)
   */
  public record Interactive(
      String queue,
      String instructions,
      List<Outcome> outcomes,
      List<AttributeDefinition> fields,
      boolean notRequester)
      implements Work {
    public Interactive {
      outcomes = List.copyOf(outcomes);
      fields = List.copyOf(fields);
    }
  }

  /** One way a work item may end; with {@code reasonRequired} the comment must not be empty. */
  public record Outcome(String name, String label, boolean reasonRequired) {}

  /** Runs elements without a person. */
  public record Background(List<Element> elements) implements Work {
    public Background {
      elements = List.copyOf(elements);
    }
  }
}
