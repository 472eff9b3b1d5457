package org.casebound.domain.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of sending an event once.
 *
 * @param at when it was sent
 * @param took until the answer, or until it was clear that none comes
 * @param status HTTP status of the answer; empty without one
 * @param answer the beginning of the answer's body, or why there is none, for people
 * @param retryAfter pause that the receiver asked for
 */
public record DeliveryTry(Instant at, Duration took, Optional<Integer> status, String answer, Optional<Duration> retryAfter) {
  /** Status of a receiver that is gone for good. */
  private static final int GONE = 410;

  /** Whether the receiver took the event: any status of 200 to 299. */
  public boolean succeeded() {
    return status.filter(code -> code >= 200 && code < 300).isPresent();
  }

  /** Whether the receiver does not want any event any more. */
  public boolean gone() {
    return status.filter(code -> code == GONE).isPresent();
  }
}
