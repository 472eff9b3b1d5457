package org.casebound.web.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebound.web.api.problem.HttpProblems;

/** Answers what the container refused: with a problem below /api, with the page error.xhtml elsewhere. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/error.xhtml";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (ContainerProblems.isApi(path) && BasicCredentials.areUnreadable(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", Challenge.of(getServletContext()));
      ContainerProblems.write(response, HttpProblems.of(HttpServletResponse.SC_UNAUTHORIZED).at(path));
    } else if (ContainerProblems.isApi(path)) {
      ContainerProblems.write(response, HttpProblems.of(status).at(path));
    } else if (getServletContext().getResource(PAGE) != null) {
      response.setStatus(status);
      request.getRequestDispatcher(PAGE).forward(request, response);
    } else {
      response.setStatus(status);
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().println("Error " + status);
    }
  }
}
