package org.casebound.web.api.problem;

import java.util.List;

/** Ends a request with a problem that the API itself has found, before any boundary bean was called. */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A body that is JSON but says something wrong. */
  public static ProblemException invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1 ? errors.get(0).detail() : "The request is wrong in %d places.".formatted(errors.size());
    return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, detail).with(errors));
  }

  /** A query parameter or header that can not be read. */
  public static ProblemException parameter(String name, String code, String detail) {
    return new ProblemException(
        Problem.of(ProblemType.MALFORMED_REQUEST, detail).with(List.of(FieldError.in(name, code, detail))));
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }
}
