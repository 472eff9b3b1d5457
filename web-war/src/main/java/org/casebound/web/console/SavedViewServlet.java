package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.desk.SavedViewDesk;

/** Saves a view of the inbox ({@code name}, {@code query}, {@code shared}) or removes one ({@code remove}): {@code POST /inbox/views}. */
@WebServlet("/inbox/views")
public class SavedViewServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SavedViewDesk views;
  @Inject private transient Refusals refusals;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      if (text(request, "remove").matches("\\d{1,18}")) {
        views.remove(Long.parseLong(text(request, "remove")));
      } else {
        // Only what is understood is kept, in the order in which we write it.
        String query = InboxAddress.write(InboxAddress.parse(text(request, "query")));
        views.save(text(request, "name"), query, text(request, "shared").equals("on"));
      }
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (RuleViolation refused) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      response.setContentType("text/plain");
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(refusals.of(refused));
    }
  }

  private static String text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}
