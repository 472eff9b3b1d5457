package org.casebound.web.api.problem;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.ws.rs.ext.Provider;

/** Answers JSON beyond the limits of the parser: too deep, too many values, a text or number too long. */
@Provider
public class JsonLimitMapper extends ProblemMapper<StreamConstraintsException> {
  @Override
  protected Problem problem(StreamConstraintsException failure) {
    return JsonProblems.malformed(failure);
  }
}
