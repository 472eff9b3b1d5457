package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.preference.PreferenceName;

/** Keeps one choice of the visitor: {@code POST /preferences} with {@code name} and {@code value}. */
@WebServlet("/preferences")
public class PreferenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Preferences preferences;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<PreferenceName> name =
        Arrays.stream(PreferenceName.values()).filter(known -> known.name().equals(request.getParameter("name"))).findFirst();
    String value = Optional.ofNullable(request.getParameter("value")).orElse("");
    try {
      preferences.choose(name.orElseThrow(() -> new RuleViolation("PREF-002", "There is no such setting.")), value);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (RuleViolation refused) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, refused.code());
    }
  }
}
