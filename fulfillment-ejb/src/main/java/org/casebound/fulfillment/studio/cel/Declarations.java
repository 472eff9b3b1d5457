package org.casebound.fulfillment.studio.cel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that an expression may use.
 *
 * @param request attributes of the request; empty: there is no {@code request} and no {@code case}
 * @param steps fields of the forms of the steps, by step; empty: there is no {@code steps}
 * @param variables names under {@code vars}; empty: there is no {@code vars}
 * @param fault whether {@code fault} is there
 * @param reply whether {@code reply} is there
 * @param choices permitted texts by path, e.g. {@code steps.verify_proof.outcome}; a comparison with another text is a mistake
 */
public record Declarations(
    Optional<Map<String, ValueKind>> request,
    Optional<Map<String, Map<String, ValueKind>>> steps,
    Optional<Set<String>> variables,
    boolean fault,
    boolean reply,
    Map<String, Set<String>> choices) {

  /** The answer of a back office, and nothing else. */
  public static Declarations ofReply() {
    return new Declarations(Optional.empty(), Optional.empty(), Optional.empty(), false, true, Map.of());
  }

  /** These names and {@code fault}. */
  public Declarations withFault() {
    return new Declarations(request, steps, variables, true, reply, choices);
  }
}
