package org.casebound.connector.http.outbound;

import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;

/** What became of one request on the wire: a closed set. */
sealed interface Exchange permits Exchange.Answered, Exchange.Withheld, Exchange.Broken {

  /** The back office answered. */
  record Answered(HttpAnswer answer) implements Exchange {}

  /** The request was not sent: it may not go there, or nothing says who calls. */
  record Withheld(Outcome.Failed reason) implements Exchange {}

  /**
   * There was no answer.
   *
   * @param kind TRANSIENT when the request certainly never left, UNKNOWN_OUTCOME when it may have
   */
  record Broken(Failure kind, String code, String message) implements Exchange {}
}
