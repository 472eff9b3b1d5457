package org.casebound.web.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import java.io.Serializable;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages on their way to the page that follows a redirect. The address of that page names its own messages, so that a page of
 * another tab that is read in between can not take them, as it can with the flash of JSF, which is one for the whole browser. Thread-safe.
 */
@SessionScoped
public class CarriedNotices implements Serializable {
  /** Parameter of an address that names the messages of its page; the page's script takes it out of the address again. */
  static final String PARAMETER = "said";

  /** More than a person has tabs that are on their way at once; what nobody came for is dropped. */
  private static final int LIMIT = 32;

  private static final long serialVersionUID = 1L;

  private final NavigableMap<Long, List<FacesMessage>> waiting = new ConcurrentSkipListMap<>();
  private final AtomicLong last = new AtomicLong();

  /** Keeps messages and answers the name to ask for them. */
  String keep(List<FacesMessage> messages) {
    long name = last.incrementAndGet();
    waiting.put(name, List.copyOf(messages));
    while (waiting.size() > LIMIT) {
      waiting.pollFirstEntry();
    }
    return Long.toString(name);
  }

  /** Hands the messages of that name out, once; none when nothing waits under it. */
  List<FacesMessage> take(String name) {
    List<FacesMessage> taken = name.matches("\\d{1,18}") ? waiting.remove(Long.valueOf(name)) : null;
    return taken == null ? List.of() : taken;
  }
}
