package org.casebound.web.api.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebound.web.api.json.ApiJson;
import org.casebound.web.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Writes a problem where JAX-RS is not asked: the container itself refused the request. */
final class ContainerProblems {
  /** Below this path callers are programs. */
  private static final String API = "/api";

  private static final ObjectMapper JSON = ApiJson.mapper();

  private ContainerProblems() {}

  /** @param path path of the request, with the context path taken off; null when unknown */
  static boolean isApi(@Nullable Object path) {
    return path instanceof String text && (text.equals(API) || text.startsWith(API + "/"));
  }

  static void write(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = JSON.writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
