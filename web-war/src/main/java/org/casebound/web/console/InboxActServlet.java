package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonWriter;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.intake.RequestRefused;

/**
 * Does one thing to work items of the inbox: {@code POST /inbox/act} with {@code what}, {@code ids} and what the action needs. Each item
 * is a transaction of its own; the answer says for each whether it was done, and whether {@code undo} can put it back, or why not.
 */
@WebServlet("/inbox/act")
public class InboxActServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;

  @Inject private transient InboxActions actions;
  @Inject private transient Refusals refusals;
  @Inject private transient Texts texts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String ids = String.valueOf(request.getParameter("ids"));
    if (!ids.matches("\\d{1,18}(,\\d{1,18}){0," + (MOST - 1) + "}") || !actions.knows(request.getParameter("what"))) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    JsonArrayBuilder results = Json.createArrayBuilder();
    List<Long> wanted = Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    wanted.forEach(id -> results.add(result(id, request)));
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    try (JsonWriter writer = Json.createWriter(response.getWriter())) {
      writer.writeArray(results.build());
    }
  }

  private jakarta.json.JsonObjectBuilder result(long id, HttpServletRequest request) {
    try {
      String done = actions.run(id, request::getParameter);
      return Json.createObjectBuilder().add("id", id).add("ok", true).add("undo", actions.canBeUndone(request.getParameter("what"))).add("text", done);
    } catch (RuleViolation refused) {
      return refused(id, refusals.of(refused));
    } catch (RequestRefused wrong) {
      return refused(id, wrong.problems().stream().map(problem -> refusals.of(problem.code(), problem.message())).collect(Collectors.joining(" ")));
    } catch (EJBAccessException forbidden) {
      return refused(id, texts.of("notice.forbidden"));
    } catch (EJBException failure) {
      if (failure.getCause() instanceof OptimisticLockException) {
        return refused(id, texts.of("notice.lost"));
      }
      throw failure;
    }
  }

  private static jakarta.json.JsonObjectBuilder refused(long id, String why) {
    return Json.createObjectBuilder().add("id", id).add("ok", false).add("text", why);
  }
}
