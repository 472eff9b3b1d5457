package org.casebound.fulfillment.intake;

import jakarta.ejb.ApplicationException;

/** The idempotency key was used before with another body. Use a new key for a new request. */
@ApplicationException(rollback = true)
public class IdempotencyConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IdempotencyConflict(String key) {
    super("The idempotency key '%s' was used before with another body. Use a new key for a new request.".formatted(key));
  }
}
