package org.casebound.fulfillment.integration;

/**
 * Whether the back office behind a connector can be reached now.
 *
 * @param message the reason in a sentence; may be empty
 */
public record ConnectorHealth(State state, String message) {
  /** The answer in one word. */
  public enum State {
    /** It answered. */
    UP,
    /** It could not be reached, or nothing is bound under the connector's name. */
    DOWN,
    /** The connector has no way to ask. */
    UNKNOWN
  }
}
