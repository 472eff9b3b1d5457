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
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.WorkBoard;

/**
 * Tells open pages of this node that work has changed: {@code {"channel":"work","version":7}} and nothing more, because each page asks
 * for what its reader may see. Many changes within a moment are told once. Who looks at the same work item, or at a case that has changed, is told
 * in the same way, on the channels {@code presence} and {@code case}. A page that joins hears how much has ever been told, on the channel
 * {@code joined}: when that is more than when it was asked for, it has missed something. Thread-safe.
 */
@ApplicationScoped
public class LiveChannel {
  /** So long news wait for more of them, in milliseconds: short enough that no page is stale for two seconds. */
  private static final long GATHER = 400;

  private final Set<Session> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();
  private final AtomicLong arrivals = new AtomicLong();
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Set<String> stale = ConcurrentHashMap.newKeySet();
  private final AtomicLong cases = new AtomicLong();
  private final AtomicBoolean casesWaiting = new AtomicBoolean();

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private WorkBoard board;
  @Inject private CaseBoard caseBoard;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    board.listen(this::changed);
    caseBoard.listen(this::changed);
  }

  void join(Session session) {
    listeners.add(session);
    send(session, news("joined", told()));
  }

  /** How much has been told since the server has started. */
  long told() {
    return version.get() + arrivals.get() + cases.get();
  }

  void leave(Session session) {
    listeners.remove(session);
  }

  /** Tells the open pages of these people that somebody came to, or left, what they look at or list: not who, nor where. */
  void tellPresence(Set<String> people) {
    tell(people, "presence", arrivals.incrementAndGet());
  }

  private void tell(Set<String> people, String channel, long newest) {
    String news = news(channel, newest);
    listeners.stream()
        .filter(session -> session.getUserPrincipal() != null && people.contains(session.getUserPrincipal().getName()))
        .forEach(session -> send(session, news));
  }

  private void changed() {
    version.incrementAndGet();
    soon(waiting, this::tell);
  }

  private void changed(Set<String> people) {
    cases.incrementAndGet();
    stale.addAll(people);
    soon(casesWaiting, this::tellCases);
  }

  private void soon(AtomicBoolean underWay, Runnable news) {
    if (!listeners.isEmpty() && underWay.compareAndSet(false, true)) {
      try {
        executor.schedule(news, GATHER, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException full) {
        underWay.set(false);
      }
    }
  }

  private void tellCases() {
    casesWaiting.set(false);
    Set<String> people = Set.copyOf(stale);
    stale.removeAll(people);
    tell(people, "case", cases.get());
  }

  private void tell() {
    waiting.set(false);
    String news = news("work", version.get());
    listeners.forEach(session -> send(session, news));
  }

  private static String news(String channel, long newest) {
    return "{\"channel\":\"%s\",\"version\":%d}".formatted(channel, newest);
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
