package org.casebound.fulfillment.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells screens of this node that work has changed: not what, because each reader asks for what he may see. What another node commits is
 * not told here; readers ask again from time to time. Thread-safe.
 */
@ApplicationScoped
public class WorkBoard {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** From now on the listener is called after each commit that changed work; it must be quick and throw nothing. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Work has changed, and that is committed. */
  public void tell() {
    listeners.forEach(Runnable::run);
  }
}
