package org.casebound.web.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.casebound.web.api.problem.HttpProblems;
import org.casebound.web.api.problem.Problem;

/**
 * Wrong credentials make the server forward to the login page, wherever they came from. A call of the API gets a problem
 * instead, and the session that the server began to remember "where the user wanted to go" ends at once.
 */
@WebFilter(urlPatterns = "/login.xhtml", dispatcherTypes = DispatcherType.FORWARD)
public class ApiLoginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Object path = request.getAttribute("jakarta.servlet.forward.servlet_path");
    if (!ContainerProblems.isApi(path)) {
      chain.doFilter(request, response);
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null && session.isNew()) {
      session.invalidate();
    }
    Problem problem =
        HttpProblems.of(HttpServletResponse.SC_UNAUTHORIZED)
            .at(String.valueOf(request.getAttribute("jakarta.servlet.forward.request_uri")));
    response.setHeader("WWW-Authenticate", Challenge.of(request.getServletContext()));
    ContainerProblems.write(response, problem);
  }
}
