package org.casebound.domain.integration;

import java.util.Optional;
import org.casebound.domain.shared.Sensitivity;

/**
 * One row of a mapping: where a value goes, and where it comes from.
 *
 * @param target a JSON pointer into what is sent, or the name of an output
 * @param pointer JSON pointer (RFC 6901) into the inputs, or into the answer
 * @param expression CEL expression over {@code input}, or over {@code reply}; at most one of the two is there
 * @param defaultValue CEL expression without names, for a source that gives nothing; without source it is the value
 * @param sensitivity whether the payload log shows it; empty: that of the input it is taken from
 */
public record MappingRow(
    String target,
    Optional<String> pointer,
    Optional<String> expression,
    Optional<String> defaultValue,
    Optional<Sensitivity> sensitivity) {
  public MappingRow {
    if (pointer.isPresent() && expression.isPresent() || pointer.isEmpty() && expression.isEmpty() && defaultValue.isEmpty()) {
      throw new IllegalArgumentException("a row has a pointer, an expression or only a default");
    }
  }

  /** A row with nothing but an expression. */
  public static MappingRow of(String target, String expression) {
    return new MappingRow(target, Optional.empty(), Optional.of(expression), Optional.empty(), Optional.empty());
  }

  /** Whether nothing is said but the expression. */
  public boolean isPlain() {
    return expression.isPresent() && defaultValue.isEmpty() && sensitivity.isEmpty();
  }
}
