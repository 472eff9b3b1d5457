package org.casebound.web.api.problem;

import jakarta.ws.rs.ext.Provider;
import org.casebound.web.api.json.BodyTooLargeException;

/** Answers a body beyond the limit. */
@Provider
public class BodyTooLargeMapper extends ProblemMapper<BodyTooLargeException> {
  @Override
  protected Problem problem(BodyTooLargeException failure) {
    return Problem.of(ProblemType.BODY_TOO_LARGE, failure.getMessage());
  }
}
