package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.desk.BulkDecisionDesk;
import org.casebound.fulfillment.desk.InboxDesk;

/**
 * Whether chosen work items may be decided together, and how: {@code POST /inbox/decision} with {@code ids}, which may be too many for an
 * address. Decides nothing; that does {@link InboxActServlet}.
 */
@WebServlet("/inbox/decision")
public class InboxDecisionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient BulkDecisionDesk desk;
  @Inject private transient Refusals refusals;
  @Inject private transient Texts texts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<String> ids = List.of(String.valueOf(request.getParameter("ids")).split(",", InboxDesk.MOST + 1));
    if (ids.size() > InboxDesk.MOST || !ids.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    JsonObject answer = answer(ids.stream().map(Long::valueOf).toList());
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    try (JsonWriter writer = Json.createWriter(response.getWriter())) {
      writer.writeObject(answer);
    }
  }

  private JsonObject answer(List<Long> ids) {
    try {
      return told(desk.offer(ids));
    } catch (RuleViolation refused) {
      return refused(refusals.of(refused));
    } catch (EJBAccessException forbidden) {
      return refused(texts.of("notice.forbidden"));
    }
  }

  private JsonObject told(BulkDecisionDesk.Offer offer) {
    JsonArrayBuilder outcomes = Json.createArrayBuilder();
    offer
        .outcomes()
        .forEach(each -> outcomes.add(Json.createObjectBuilder().add("name", each.name()).add("label", each.label()).add("reason", each.reasonRequired())));
    return Json.createObjectBuilder()
        .add("ok", true)
        .add("step", offer.step())
        .add("about", texts.of("decide.about", offer.count(), offer.label(), offer.process()))
        .add("count", offer.count())
        .add("sample", offer.sample())
        .add("outcomes", outcomes)
        .build();
  }

  private static JsonObject refused(String why) {
    return Json.createObjectBuilder().add("ok", false).add("text", why).build();
  }
}
