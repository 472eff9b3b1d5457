package org.casebound.web.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Turns one kind of exception into a problem.
 *
 * @param <E> the kind
 */
public abstract class ProblemMapper<E extends Throwable> implements ExceptionMapper<E> {
  @Context private UriInfo uri;

  /** The problem, without its instance. */
  protected abstract Problem problem(E failure);

  @Override
  public final Response toResponse(E failure) {
    return respond(problem(failure)).build();
  }

  /** Starts the answer. */
  final Response.ResponseBuilder respond(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.at(uri.getRequestUri().getRawPath()));
  }
}
