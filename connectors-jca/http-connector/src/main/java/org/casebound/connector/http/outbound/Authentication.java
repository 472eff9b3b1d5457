package org.casebound.connector.http.outbound;

import java.time.Duration;

/** One way to say who calls, as somebody. Thread-safe. */
interface Authentication {

  /**
   * What has to be sent with a request.
   *
   * @param patience longest time for it, greater than zero
   */
  Permit permit(HttpCall request, Duration patience);

  /** The back office did not take what was sent. True when another permit may be taken. */
  default boolean renew(Permit.Granted refused) {
    return false;
  }
}
