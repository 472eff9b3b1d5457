package org.casebound.web.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what JAX-RS itself refuses (404, 405, 406, 415 and the like), keeping headers such as Allow. */
@Provider
public class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response original = failure.getResponse();
    if (original.getStatus() < Response.Status.BAD_REQUEST.getStatusCode() || original.hasEntity()) {
      return original;
    }
    Problem problem = HttpProblems.of(original.getStatus()).at(uri.getRequestUri().getRawPath());
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    Object allow = original.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }
}
