package org.casebound.web.api.json;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.casebound.web.api.ApiSettings;

/** Refuses a body beyond the limit, which is higher for files of requests: at once when its length is announced, else as soon as the limit is passed. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ContainerRequestFilter {
  private static final String BULK_JOBS = "/bulk-jobs";

  @Inject ApiSettings settings;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    boolean file = request.getUriInfo().getPath().equals(BULK_JOBS);
    long limit = file ? settings.maxBulkBytes() : settings.maxBodyBytes();
    if (announced(request) > limit) {
      throw new BodyTooLargeException(limit);
    }
    request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
  }

  /** {@code getLength} is an int: a length beyond it counts as none, hence the header itself. */
  private static long announced(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }
}
