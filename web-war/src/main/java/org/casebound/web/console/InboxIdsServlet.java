package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.fulfillment.desk.InboxDesk;
import org.casebound.fulfillment.desk.InboxQuery;

/** The ids of a whole list of the inbox, so that all of it can be chosen: what is chosen does not change when the list does. */
@WebServlet("/inbox/ids")
public class InboxIdsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient InboxDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    InboxQuery query = InboxQuery.of(name -> Optional.ofNullable(request.getParameter(name)));
    response.setContentType("application/json");
    response.getWriter().write(desk.ids(query).stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
  }
}
