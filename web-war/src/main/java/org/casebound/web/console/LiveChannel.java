package org.casebound.web.console;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.casebound.fulfillment.notice.WorkBoard;

/**
 * Tells open pages of this node that work has changed: {@code {"channel":"work","version":7}} and nothing more, because each page asks
 * for what its reader may see. Many changes within a moment are told once. Who looks at the same work item is told in the same way, on the
 * channel {@code presence}. Thread-safe.
 */
@ApplicationScoped
public class LiveChannel {
  /** So long news wait for more of them, in milliseconds: short enough that no page is stale for two seconds. */
  private static final long GATHER = 400;

  private final Set<Session> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();
  private final AtomicLong arrivals = new AtomicLong();
  private final AtomicBoolean waiting = new AtomicBoolean();

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private WorkBoard board;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    board.listen(this::changed);
  }

  void join(Session session) {
    listeners.add(session);
  }

  void leave(Session session) {
    listeners.remove(session);
  }

  /** Tells the open pages of these people that somebody came to, or left, what they look at or list: not who, nor where. */
  void tellPresence(Set<String> people) {
    String news = "{\"channel\":\"presence\",\"version\":%d}".formatted(arrivals.incrementAndGet());
    listeners.stream()
        .filter(session -> session.getUserPrincipal() != null && people.contains(session.getUserPrincipal().getName()))
        .forEach(session -> send(session, news));
  }

  private void changed() {
    version.incrementAndGet();
    if (!listeners.isEmpty() && waiting.compareAndSet(false, true)) {
      try {
        executor.schedule(this::tell, GATHER, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException full) {
        waiting.set(false);
      }
    }
  }

  private void tell() {
    waiting.set(false);
    String news = "{\"channel\":\"work\",\"version\":%d}".formatted(version.get());
    listeners.forEach(session -> send(session, news));
  }

  private void send(Session session, String news) {
    if (session.isOpen()) {
      session.getAsyncRemote().sendText(news, sent -> {
        if (!sent.isOK()) {
          leave(session);
        }
      });
    } else {
      leave(session);
    }
  }
}
