package org.casebound.fulfillment.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A hold on a case.
 *
 * @param liftedAt when it ended; empty while it holds
 */
public record LegalHoldView(
    String reason,
    String placedBy,
    Instant placedAt,
    Optional<String> liftReason,
    Optional<String> liftedBy,
    Optional<Instant> liftedAt) {

  static LegalHoldView of(LegalHold hold) {
    return new LegalHoldView(
        hold.reason(), hold.placedBy(), hold.placedAt(), hold.liftReason(), hold.liftedBy(), hold.liftedAt());
  }
}
