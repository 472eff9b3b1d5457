package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.web.console.Presence.Doing;

/**
 * Says who else has a work item open: {@code POST /work/presence} with {@code item}, what the visitor does himself, {@code doing}, and a name
 * that his page has given itself, {@code page}: 1 to 40 letters, digits and hyphens. Only to those who may see the item, and of them.
 */
@WebServlet("/work/presence")
public class PresenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient WorkItemDesk desk;
  @Inject private transient Presence presence;
  @Inject private transient LiveChannel live;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String item = String.valueOf(request.getParameter("item"));
    Optional<Doing> doing = Arrays.stream(Doing.values()).filter(each -> name(each).equals(request.getParameter("doing"))).findFirst();
    String page = String.valueOf(request.getParameter("page"));
    if (!item.matches("\\d{1,18}") || !page.matches("[A-Za-z0-9-]{1,40}") || doing.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      long id = Long.parseLong(item);
      desk.look(id);
      if (presence.note(id, request.getRemoteUser(), page, doing.get())) {
        live.tellPresence(presence.audience(id));
      }
      answer(id, request.getRemoteUser(), response);
    } catch (UnknownRecord unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (ForbiddenAction | EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private void answer(long item, String user, HttpServletResponse response) throws IOException {
    JsonArrayBuilder others = Json.createArrayBuilder();
    presence.others(item, user).forEach(other -> others.add(Json.createObjectBuilder().add("user", other.user()).add("doing", name(other.doing()))));
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    try (JsonWriter writer = Json.createWriter(response.getWriter())) {
      writer.writeArray(others.build());
    }
  }

  private static String name(Doing doing) {
    return doing.name().toLowerCase(Locale.ROOT);
  }
}
