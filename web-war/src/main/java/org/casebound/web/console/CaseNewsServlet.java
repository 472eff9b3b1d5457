package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.desk.CaseDesk;

/** How often a case has changed, at {@code /case-news/<case number>}: the page of a case asks before it reads itself again. */
@WebServlet("/case-news/*")
public class CaseNewsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient CaseDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getPathInfo();
    try {
      long changes = desk.follow(path == null ? "" : path.substring(1));
      response.setContentType("text/plain");
      response.getWriter().print(changes);
    } catch (UnknownRecord unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
