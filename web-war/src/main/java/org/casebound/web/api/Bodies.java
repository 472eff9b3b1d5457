package org.casebound.web.api;

import org.casebound.web.api.problem.Problem;
import org.casebound.web.api.problem.ProblemException;
import org.casebound.web.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Insists on a body. */
final class Bodies {
  private Bodies() {}

  /** @throws ProblemException when there is none: no bytes, or the JSON text {@code null} */
  static <T> T require(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "The body is empty."));
    }
    return body;
  }
}
