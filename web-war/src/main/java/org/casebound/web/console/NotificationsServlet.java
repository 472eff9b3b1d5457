package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.notice.NoticeDesk;

/**
 * What pages ask and say about notifications in the background: {@code GET /notifications/count} answers how many are unread, at most
 * {@link NoticeDesk#MOST_COUNTED}; {@code POST /notifications/read} with any number of {@code id} notes that they were read, and leads back to the list
 * that is named by {@code view}, if one is.
 */
@WebServlet({"/notifications/count", "/notifications/read"})
public class NotificationsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient NoticeDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getServletPath().endsWith("/count")) {
      response.setContentType("text/plain");
      response.getWriter().print(desk.unread());
    } else {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Set<String> ids = Set.copyOf(Arrays.asList(Optional.ofNullable(request.getParameterValues("id")).orElse(new String[0])));
    if (!request.getServletPath().endsWith("/read")) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    if (!ids.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      desk.readAll(ids.stream().map(Long::valueOf).collect(Collectors.toSet()));
    } catch (RuleViolation refused) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, refused.code());
      return;
    }
    String view = request.getParameter("view");
    if (view == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.sendRedirect(NotificationsPage.at(view.equals("all")).toString());
    }
  }
}
