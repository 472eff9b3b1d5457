package org.casebound.web.console;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PreDestroyViewMapEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The root of a page. That of a page which is read again in the background lasts for the one answer: it takes no place among those that the
 * server remembers of a session (40 pages, the beans of 25), whose forms may still be sent.
 */
public class ConsoleViewRoot extends UIViewRoot {
  /** Where Mojarra looks for the name of a page's beans, and where it keeps which ones there are; it forgets none by itself. */
  private static final String NAME = "com.sun.faces.application.view.viewMapId";
  private static final String NAMES = "com.sun.faces.application.view.activeViewContexts";

  private static final AtomicLong COUNT = new AtomicLong();

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
      getTransientStateHelper().putTransient(NAME, "read again " + COUNT.incrementAndGet());
    }
    return passing;
  }

  /** The answer is written: the beans of a page that was read again end. */
  void end(FacesContext context) {
    if (isTransient() && passing != null) {
      context.getApplication().publishEvent(context, PreDestroyViewMapEvent.class, UIViewRoot.class, this);
      if (context.getExternalContext().getSessionMap().get(NAMES) instanceof Map<?, ?> names) {
        names.remove(getTransientStateHelper().getTransient(NAME));
      }
    }
  }
}
