package org.casebound.connector.http.outbound;

import java.util.Map;
import org.casebound.connector.api.Outcome;

/** Whether a request may be sent as somebody: a closed set. */
sealed interface Permit permits Permit.Granted, Permit.Missing {

  /**
   * It may.
   *
   * @param headers that say who calls; secrets, never to be shown
   */
  record Granted(Map<String, String> headers) implements Permit {
    @Override
    public String toString() {
      return "Granted[" + headers.keySet() + "]";
    }
  }

  /** There is nothing that says who calls. The request is not sent. */
  record Missing(Outcome.Failed reason) implements Permit {}
}
