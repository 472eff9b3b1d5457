package org.casebound.web.api.security;

import static org.casebound.web.api.ApiLog.LOG;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.casebound.web.api.problem.Problem;
import org.casebound.web.api.problem.ProblemType;

/** Applies {@link CrossSite} to every call. */
@Provider
@PreMatching
@Priority(Priorities.AUTHORIZATION)
public class CrossSiteFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Optional<String> refusal =
        CrossSite.refusal(request.getMethod(), name -> Optional.ofNullable(request.getHeaderString(name)));
    if (refusal.isEmpty()) {
      return;
    }
    String path = request.getUriInfo().getRequestUri().getRawPath();
    LOG.crossSiteRequestRefused(request.getMethod(), path);
    Problem problem = Problem.of(ProblemType.CROSS_SITE, refusal.get()).at(path);
    request.abortWith(Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build());
  }
}
