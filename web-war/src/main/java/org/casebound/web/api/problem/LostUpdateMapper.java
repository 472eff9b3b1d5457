package org.casebound.web.api.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ext.Provider;

/** Answers two changes of one record that met at commit: the later one lost. */
@Provider
public class LostUpdateMapper extends ProblemMapper<OptimisticLockException> {
  @Override
  protected Problem problem(OptimisticLockException failure) {
    return Problem.of(
        ProblemType.STALE_RECORD, "The record was changed while you worked on it. Read it again, then decide.");
  }
}
