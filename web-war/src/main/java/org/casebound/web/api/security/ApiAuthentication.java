package org.casebound.web.api.security;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.casebound.web.api.problem.HttpProblems;
import org.casebound.web.api.problem.Problem;

/**
 * Refuses whoever the server does not know, before anything else is looked at: without credentials nobody learns which
 * paths exist. The server has checked credentials by now; wrong ones never come this far (see {@link ApiLoginFilter}).
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ApiAuthentication implements ContainerRequestFilter {
  @Context private ServletContext application;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() != null) {
      return;
    }
    Problem problem = HttpProblems.of(Response.Status.UNAUTHORIZED.getStatusCode());
    request.abortWith(
        Response.status(problem.status())
            .header(HttpHeaders.WWW_AUTHENTICATE, Challenge.of(application))
            .type(Problem.MEDIA_TYPE)
            .entity(problem.at(request.getUriInfo().getRequestUri().getRawPath()))
            .build());
  }
}
