package org.casebound.web.console;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The root of a page. That of a page which is read again in the background lasts for the one answer: it takes no place among those that the
 * server remembers of a session, whose forms may still be sent.
 */
public class ConsoleViewRoot extends UIViewRoot {
  private @Nullable Map<String, Object> passing;

  /** Whether the page is read again by a script, so that nobody will send its forms. */
  static boolean isReadAgain(FacesContext context) {
    return !context.isPostback() && context.getExternalContext().getRequestHeaderMap().containsKey("X-Requested-With");
  }

  @Override
  public Map<String, Object> getViewMap(boolean create) {
    if (!isTransient()) {
      return super.getViewMap(create);
    }
    if (passing == null && create) {
      passing = new HashMap<>();
    }
    return passing;
  }
}
