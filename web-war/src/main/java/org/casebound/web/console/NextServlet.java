package org.casebound.web.console;

import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemView;

/**
 * "Get next" from any page: {@code POST /inbox/next} claims the most urgent item that the visitor may work and leads to it, or to the inbox, which
 * says why there is none. Who comes by GET, e.g. after signing in again, is led to the inbox and has claimed nothing.
 */
@WebServlet("/inbox/next")
public class NextServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient WorkItemDesk desk;
  @Inject private transient CarriedNotices carried;
  @Inject private transient Refusals refusals;
  @Inject private transient Texts texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(Address.of("/inbox").toString());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(place().toString());
  }

  private Address place() {
    try {
      Optional<WorkItemView> item = desk.next();
      return item.map(next -> Address.of("/work/" + next.id())).orElseGet(() -> inbox(texts.of("inbox.nothing")));
    } catch (RuleViolation refused) {
      return inbox(refusals.of(refused));
    }
  }

  private Address inbox(String why) {
    return Address.of("/inbox").with(CarriedNotices.PARAMETER, carried.keep(List.of(new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why))));
  }
}
