package org.casebound.web.api.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.ext.Provider;

/** Answers a caller whose roles do not permit the call. (A caller without a name never comes this far.) */
@Provider
public class AccessRefusedMapper extends ProblemMapper<EJBAccessException> {
  @Override
  protected Problem problem(EJBAccessException failure) {
    return Problem.of(ProblemType.FORBIDDEN, "None of your roles permits this.");
  }
}
