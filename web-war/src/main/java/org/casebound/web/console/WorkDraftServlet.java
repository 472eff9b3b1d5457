package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.desk.WorkDraftDesk;

/**
 * Keeps what is typed on the page of a work item: {@code POST /work/draft} with {@code item} and the values by the name of their field.
 * The answer says when it was saved.
 */
@WebServlet("/work/draft")
public class WorkDraftServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ITEM = "item";

  @Inject private transient WorkDraftDesk desk;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String item = String.valueOf(request.getParameter(ITEM));
    if (!item.matches("\\d{1,18}")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      Instant saved = desk.save(Long.parseLong(item), typed(request));
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      try (JsonWriter writer = Json.createWriter(response.getWriter())) {
        writer.writeObject(Json.createObjectBuilder().add("savedAt", saved.toString()).build());
      }
    } catch (ForbiddenAction | EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (RuleViolation refused) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, refused.code());
    }
  }

  private static Map<String, List<String>> typed(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(ITEM))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }
}
