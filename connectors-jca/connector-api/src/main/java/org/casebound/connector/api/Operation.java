package org.casebound.connector.api;

import java.util.Objects;

/**
 * What a connector knows of one of its operations.
 *
 * @param input of a {@link Call}
 * @param result of {@link Outcome.Done}
 */
public record Operation(Shape input, Shape result) {

  /** Of which nothing is known but that there is such an operation. */
  public static final Operation ANY = new Operation(Shape.ANY, Shape.ANY);

  public Operation {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(result, "result");
  }
}
