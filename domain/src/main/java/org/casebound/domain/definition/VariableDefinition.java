package org.casebound.domain.definition;

import java.util.Optional;

/**
 * A declared variable of a flow (specification, section D). Expressions read it as {@code vars.<name>}.
 *
 * @param name API name, unique in the flow
 * @param type what it may hold; a value that does not fit is refused with FLOW-006
 * @param defaultValue CEL expression of its first value; without one it begins as an empty value
 * @param input whether who starts the flow may give it a value
 * @param output whether who started the flow gets its last value
 */
public record VariableDefinition(
    String name, Type type, Optional<String> defaultValue, boolean input, boolean output) {
  /** Types of variables. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    LIST,
    MAP,
    /** Whatever JSON can say; the type of a variable that is not declared. */
    ANY
  }
}
