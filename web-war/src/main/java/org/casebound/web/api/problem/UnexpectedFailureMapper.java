package org.casebound.web.api.problem;

import static org.casebound.web.api.ApiLog.LOG;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The last resort: unwraps what the container wrapped and, when nothing inside is known either, logs the failure under a
 * name and answers 500 with that name and nothing else.
 */
@Provider
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAME_BYTES = 6;

  @Context private UriInfo uri;
  @Context private Request request;
  @Context private Providers providers;

  @Override
  public Response toResponse(Throwable failure) {
    return known(failure).orElseGet(() -> unknown(failure));
  }

  /** Only wrappers of the container are opened: a known exception deep inside a failure of ours is no answer to the caller. */
  private Optional<Response> known(Throwable failure) {
    Throwable inner = failure;
    while (wraps(inner) && inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
      Optional<Response> response = answer(inner);
      if (response.isPresent()) {
        return response;
      }
    }
    return Optional.empty();
  }

  private static boolean wraps(Throwable failure) {
    return failure instanceof EJBException
        || failure.getClass().getName().startsWith("org.jboss.resteasy.spi.")
        || failure.getClass().getName().startsWith("jakarta.transaction.");
  }

  private <E extends Throwable> Optional<Response> answer(E failure) {
    @SuppressWarnings("unchecked")
    ExceptionMapper<E> mapper = (ExceptionMapper<E>) providers.getExceptionMapper(failure.getClass());
    return mapper == null || mapper instanceof UnexpectedFailureMapper
        ? Optional.empty()
        : Optional.of(mapper.toResponse(failure));
  }

  private Response unknown(Throwable failure) {
    if (failure instanceof WebApplicationException web) {
      return web.getResponse();
    }
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    String incident = HexFormat.of().formatHex(name);
    String path = uri.getRequestUri().getRawPath();
    LOG.callFailed(incident, request.getMethod(), path, failure);
    Problem problem =
        Problem.of(
                ProblemType.INTERNAL,
                "The request failed on our side. Tell an operator '%s'; the server's log has the reason.".formatted(incident))
            .incident(incident)
            .at(path);
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
