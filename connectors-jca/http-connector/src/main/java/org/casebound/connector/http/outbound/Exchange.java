package org.casebound.connector.http.outbound;

import org.casebound.connector.api.Failure;

/** What became of one request on the wire: a closed set. */
sealed interface Exchange permits Exchange.Answered, Exchange.Broken {

  /** The back office answered. */
  record Answered(HttpAnswer answer) implements Exchange {}

  /**
   * There was no answer.
   *
   * @param kind TRANSIENT when the request certainly never left, UNKNOWN_OUTCOME when it may have
   */
  record Broken(Failure kind, String code, String message) implements Exchange {}
}
