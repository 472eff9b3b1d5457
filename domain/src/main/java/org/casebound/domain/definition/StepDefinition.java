package org.casebound.domain.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a stage (specification, section E).
 *
 * @param name API name, unique in the flow
 * @param label what people call it
 * @param after names of steps of the same stage that must be completed first; empty: starts with the stage
 * @param when must hold, too; without it the step starts as soon as {@code after} allows
 * @param work what the step does
 * @param endsWhen for an interactive step: ends it, without its work item, as soon as this holds; its outcome is then {@value
 *     #ENDED_BY_CRITERION}
 * @param undo compensation: elements that run when the flow is canceled after this step was completed; without waits
 */
public record StepDefinition(
    String name,
    String label,
    List<String> after,
    Optional<Criterion> when,
    Work work,
    Optional<Criterion> endsWhen,
    List<Element> undo) {
  /** Outcome of an interactive step that its {@code endsWhen} ended. */
  public static final String ENDED_BY_CRITERION = "ended";

  public StepDefinition {
    after = List.copyOf(after);
    undo = List.copyOf(undo);
  }

  /** What a step does. */
  public sealed interface Work {}

  /**
   * Makes a work item for a person.
   *
   * @param queue the queue it is offered to when {@code assignee} names nobody
   * @param assignee CEL expression of whom it is offered to: a user name, {@code user:<name>}, {@code group:<name>} or {@code
   *     queue:<name>}; empty, or an empty text, or a queue that does not exist: {@code queue}
   * @param instructions what to do, plain text
   * @param outcomes how it may end; at least one
   * @param fields values that the person enters; they become {@code steps.<name>.data.<field>}
   * @param checks what the person compares and checks before
   * @param separation who may not work it
   * @param quorum how many people must agree; empty: one decides
   * @param deadline how long it may take; empty: as long as it takes
   * @param priority CEL expression of its priority; empty: that of the case
   * @param bulkDecisions whether people may decide many of its items at once, without opening each
   */
  public record Interactive(
      String queue,
      Optional<String> assignee,
      String instructions,
      List<Outcome> outcomes,
      List<AttributeDefinition> fields,
      Checks checks,
      Separation separation,
      Optional<Quorum> quorum,
      Optional<Deadline> deadline,
      Optional<String> priority,
      boolean bulkDecisions)
      implements Work {
    public Interactive {
      outcomes = List.copyOf(outcomes);
      fields = List.copyOf(fields);
    }
  }

  /**
   * One way a work item may end.
   *
   * @param reasonRequired whether the comment must not be empty
   * @param ticksRequired whether all that is compared and checked must be ticked
   */
  public record Outcome(String name, String label, boolean reasonRequired, boolean ticksRequired) {}

  /**
   * What a person compares and checks; each is ticked. Names are unique over both.
   *
   * @param compare values side by side
   * @param list other things to look at
   */
  public record Checks(List<Comparison> compare, List<Check> list) {
    /** Nothing. */
    public static final Checks NONE = new Checks(List.of(), List.of());

    public Checks {
      compare = List.copyOf(compare);
      list = List.copyOf(list);
    }

    /** All of them in their order, compared values first. */
    public List<Check> all() {
      return Stream.concat(compare.stream().map(row -> new Check(row.name(), row.label())), list.stream()).toList();
    }
  }

  /**
   * One value that is compared.
   *
   * @param onFile CEL expression of what the back office has; empty: it is not known
   * @param requested CEL expression of what was asked for
   * @param onDocument CEL expression of what was read from the document; empty: only the person reads it
   */
  public record Comparison(String name, String label, Optional<String> onFile, String requested, Optional<String> onDocument) {}

  /** One thing to tick. */
  public record Check(String name, String label) {}

  /**
   * Separation of duties.
   *
   * @param notRequester whether the requester of the case may not work it
   * @param notSameAs steps of the flow; whoever completed one of them may not work it
   */
  public record Separation(boolean notRequester, List<String> notSameAs) {
    /** Anybody may. */
    public static final Separation NONE = new Separation(false, List.of());

    public Separation {
      notSameAs = List.copyOf(notSameAs);
    }
  }

  /**
   * Several people must agree, one after the other.
   *
   * @param people how many different people must choose {@code outcome}, 2 to 20; any other outcome ends the step at once
   * @param outcome name of the outcome that needs them
   */
  public record Quorum(int people, String outcome) {}

  /** Runs elements without a person. */
  public record Background(List<Element> elements) implements Work {
    public Background {
      elements = List.copyOf(elements);
    }
  }

  /**
   * Runs an autolaunched flow; its outputs become {@code steps.<name>.data.<output>}.
   *
   * @param flow API name of an autolaunched flow of the bundle
   * @param input CEL expression per input variable
   */
  public record RunFlow(String flow, Map<String, String> input) implements Work {
    public RunFlow {
      input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    }
  }

  /**
   * Calls one integration; its outputs become {@code vars.<output>} and {@code steps.<name>.data.<output>}.
   *
   * @param integration API name of an integration definition
   * @param input CEL expression per input
   */
  public record CallOut(String integration, Map<String, String> input) implements Work {
    public CallOut {
      input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    }
  }
}
