package org.casebound.connector.api;

import java.util.Objects;

/**
 * Whether a back office can be reached now.
 *
 * @param state the answer in one word
 * @param message the reason in a sentence for an operator; may be empty
 */
public record Health(State state, String message) {

  /** The answer in one word. */
  public enum State {
    /** The back office answered. */
    UP,
    /** The back office could not be reached or said that it is not working. */
    DOWN,
    /** The connector has no way to ask. */
    UNKNOWN
  }

  public Health {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(message, "message");
  }
}
