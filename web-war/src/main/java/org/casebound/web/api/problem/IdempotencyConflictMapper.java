package org.casebound.web.api.problem;

import jakarta.ws.rs.ext.Provider;
import org.casebound.fulfillment.intake.IdempotencyConflict;

/** Answers an idempotency key that was used before with another body. */
@Provider
public class IdempotencyConflictMapper extends ProblemMapper<IdempotencyConflict> {
  @Override
  protected Problem problem(IdempotencyConflict failure) {
    return Problem.of(ProblemType.IDEMPOTENCY_CONFLICT, failure.getMessage());
  }
}
