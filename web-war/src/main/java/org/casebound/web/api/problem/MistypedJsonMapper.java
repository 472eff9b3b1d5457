package org.casebound.web.api.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.ext.Provider;

/** Answers JSON that does not have the form the call wants, with a pointer to the place. */
@Provider
public class MistypedJsonMapper extends ProblemMapper<JsonMappingException> {
  @Override
  protected Problem problem(JsonMappingException failure) {
    return JsonProblems.mistyped(failure);
  }
}
