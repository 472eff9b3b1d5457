package org.casebound.web.api.problem;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.ext.Provider;

/** Answers a member that the call does not know; takes the place of the JAX-RS implementation's own mapper. */
@Provider
public class UnknownPropertyMapper extends ProblemMapper<UnrecognizedPropertyException> {
  @Override
  protected Problem problem(UnrecognizedPropertyException failure) {
    return JsonProblems.mistyped(failure);
  }
}
