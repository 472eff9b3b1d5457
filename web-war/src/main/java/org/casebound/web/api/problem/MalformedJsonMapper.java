package org.casebound.web.api.problem;

import com.fasterxml.jackson.core.exc.StreamReadException;
import jakarta.ws.rs.ext.Provider;

/** Answers a body that is no JSON, with the line and column where reading ended. */
@Provider
public class MalformedJsonMapper extends ProblemMapper<StreamReadException> {
  @Override
  protected Problem problem(StreamReadException failure) {
    return JsonProblems.malformed(failure);
  }
}
