package org.casebound.web.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to the page that follows a redirect. The address of that page names its own messages, so that a page of
 * another tab that is read in between can not take them, as it can with the flash of JSF, which is one for the whole browser.
 */
@SessionScoped
public class CarriedNotices implements Serializable {
  /** Parameter of an address that names the messages of its page; the page's script takes it out of the address again. */
  static final String PARAMETER = "said";

  /** More than a person has tabs that are on their way at once; what nobody came for is dropped. */
  private static final int LIMIT = 32;

  private static final long serialVersionUID = 1L;

  private final Map<String, List<FacesMessage>> waiting = new LinkedHashMap<>();
  private long last;

  /** Keeps messages and answers the name to ask for them; empty when there are none. */
  synchronized String keep(List<FacesMessage> messages) {
    if (messages.isEmpty()) {
      return "";
    }
    if (waiting.size() == LIMIT) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    String name = Long.toString(++last);
    waiting.put(name, List.copyOf(messages));
    return name;
  }

  /** Hands the messages of that name out, once. */
  synchronized List<FacesMessage> take(@Nullable String name) {
    List<FacesMessage> taken = name == null ? null : waiting.remove(name);
    return taken == null ? List.of() : taken;
  }
}
