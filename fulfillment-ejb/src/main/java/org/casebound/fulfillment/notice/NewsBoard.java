package org.casebound.fulfillment.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells screens of this node what they show has changed: the topic and no more, because each reader asks for what he may see. What another node
 * commits is not told here; readers ask again from time to time. Thread-safe.
 */
@ApplicationScoped
public class NewsBoard {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Somebody who is told. */
  public interface Listener {
    /** Whether there is a screen to tell at all; asked often, so it must cost nothing. */
    boolean isAwake();

    /** Something of the topic has changed, and that is committed. It must be quick and throw nothing. */
    void changed(Topic topic);
  }

  /** From now on the listener is called after each commit that changed something of a topic. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Whether anybody would hear what is told now: what nobody hears needs no getting ready. */
  public boolean isHeard() {
    return listeners.stream().anyMatch(Listener::isAwake);
  }

  /** Something of the topic has changed, and that is committed. */
  public void tell(Topic topic) {
    listeners.forEach(listener -> listener.changed(topic));
  }
}
