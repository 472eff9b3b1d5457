package org.casebound.web.api.problem;

import jakarta.ws.rs.ext.Provider;

/** Answers with what the API itself has found. */
@Provider
public class FoundProblemMapper extends ProblemMapper<ProblemException> {
  @Override
  protected Problem problem(ProblemException failure) {
    return failure.problem();
  }
}
