package org.casebound.web.api.problem;

import java.util.List;
import java.util.Optional;

/** The problem for a bare HTTP status, where nothing more is known. */
public final class HttpProblems {
  private static final int INTERNAL = 500;

  private HttpProblems() {}

  /** @param status 400 to 599 */
  public static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "Send credentials that are valid here.");
      case 403 -> Problem.of(ProblemType.FORBIDDEN, "None of your roles permits this.");
      case 404 -> Problem.of(ProblemType.NOT_FOUND, "This path leads nowhere. The calls are listed at /openapi.");
      case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The header Allow lists the methods that are offered here.");
      case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "Accept application/json and application/problem+json.");
      case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is beyond the server's limit.");
      case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body with Content-Type: application/json.");
      case 503 -> Problem.of(ProblemType.UNAVAILABLE, "Try again later.");
      default -> status >= INTERNAL
          ? Problem.of(ProblemType.INTERNAL, "The server's log has the reason.")
          : new Problem(
              ProblemType.MALFORMED_REQUEST.urn(),
              ProblemType.MALFORMED_REQUEST.title(),
              status,
              "The request does not fit this call.",
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty());
    };
  }
}
