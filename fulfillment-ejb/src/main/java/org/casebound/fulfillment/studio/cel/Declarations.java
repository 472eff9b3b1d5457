package org.casebound.fulfillment.studio.cel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.TriggerDefinition;

/**
 * The names that an expression may use.
 *
 * @param request attributes of the request; empty: there is no {@code request} and no {@code case}
 * @param rows columns of those attributes that are lists of rows, by attribute
 * @param filed whether there is a case: while a request is entered, there is none yet
 * @param steps fields of the forms and outputs of the steps, by step; empty: there is no {@code steps}
 * @param variables names under {@code vars}; empty: there is no {@code vars}
 * @param watched the record whose change is looked at; empty: there is no {@code record} and no {@code prior}
 * @param fault whether {@code fault} is there
 * @param reply whether {@code reply} is there
 * @param input names under {@code input}; empty: there is no {@code input}
 * @param choices permitted texts by path, e.g. {@code steps.verify_proof.outcome}; a comparison with another text is a mistake
 */
public record Declarations(
    Optional<Map<String, ValueKind>> request,
    Map<String, Map<String, ValueKind>> rows,
    boolean filed,
    Optional<Map<String, Map<String, ValueKind>>> steps,
    Optional<Map<String, ValueKind>> variables,
    Optional<Watched> watched,
    boolean fault,
    boolean reply,
    Optional<Map<String, ValueKind>> input,
    Map<String, Set<String>> choices) {

  /**
   * A changed record.
   *
   * @param record which one
   * @param prior whether its fields before the change are known, too
   */
  public record Watched(TriggerDefinition.Record record, boolean prior) {}

  /** The answer of a back office, and nothing else. */
  public static Declarations ofReply() {
    return new Declarations(
        Optional.empty(), Map.of(), false, Optional.empty(), Optional.empty(), Optional.empty(), false, true, Optional.empty(), Map.of());
  }

  /** No names at all. */
  public static Declarations ofNothing() {
    return new Declarations(
        Optional.empty(), Map.of(), false, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(), Map.of());
  }

  /** The inputs of a call, and nothing else. */
  public static Declarations ofInput(Map<String, ValueKind> inputs) {
    return new Declarations(
        Optional.empty(), Map.of(), false, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.of(inputs), Map.of());
  }

  /** Case and request, and nothing else. */
  public static Declarations ofRequest(
      Map<String, ValueKind> attributes, Map<String, Map<String, ValueKind>> rows, Map<String, Set<String>> choices) {
    return new Declarations(
        Optional.of(attributes), rows, true, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(), choices);
  }

  /** The attributes of a request that is being entered, and nothing else. */
  public static Declarations ofForm(
      Map<String, ValueKind> attributes, Map<String, Map<String, ValueKind>> rows, Map<String, Set<String>> choices) {
    return new Declarations(
        Optional.of(attributes), rows, false, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(), choices);
  }

  /** These names, {@code record} and, if known, {@code prior}. */
  public Declarations withWatched(Watched record) {
    return new Declarations(request, rows, filed, steps, variables, Optional.of(record), fault, reply, input, choices);
  }

  /** These names and {@code fault}. */
  public Declarations withFault() {
    return new Declarations(request, rows, filed, steps, variables, watched, true, reply, input, choices);
  }
}
