package org.casebound.web.console;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.NewsBoard;
import org.casebound.fulfillment.notice.Topic;

/**
 * Tells open pages of this node that something has changed: {@code {"channel":"work","version":7}} and nothing more, because each page asks
 * for what its reader may see. There is a channel for each {@link Topic}. Many changes within a moment are told once. Who looks at the same work
 * item, or at a case that has changed, is told in the same way, on the channels {@code presence} and {@code case}. A page that joins hears what is newest
 * on each channel: when that is not what it was when the page was made, it has missed something; {@code joined} ends that. Requesters hear
 * of their own cases alone. Thread-safe.
 */
@ApplicationScoped
public class LiveChannel {
  /** So long news wait for more of them, in milliseconds: short enough that no page is stale for two seconds. */
  private static final long GATHER = 400;

  /** So long a page that was asked for may take until it joins. */
  private static final Duration JOINS = Duration.ofSeconds(30);

  private static final String JOINED = "joined";
  private static final String PRESENCE = "presence";
  private static final String CASE = "case";

  private final Set<Session> listeners = ConcurrentHashMap.newKeySet();
  private final Set<Session> requesters = ConcurrentHashMap.newKeySet();
  private final Map<Topic, Channel> channels = Arrays.stream(Topic.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), topic -> new Channel()));
  private final Channel ownCases = new Channel();
  private final AtomicLong arrivals = new AtomicLong();
  private final Set<String> stale = ConcurrentHashMap.newKeySet();
  private volatile Instant expected = Instant.MIN;

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private NewsBoard board;
  @Inject private CaseBoard caseBoard;
  @Inject private Clock clock;

  /** What was told on a channel, and whether more is about to be. */
  private static final class Channel {
    private final AtomicLong version = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    board.listen(
        new NewsBoard.Listener() {
          @Override
          public boolean isAwake() {
            return LiveChannel.this.isAwake();
          }

          @Override
          public void changed(Topic topic) {
            if (LiveChannel.this.isAwake()) {
              soon(channels.get(topic), () -> tell(topic));
            }
          }
        });
    caseBoard.listen(this::changed);
  }

  /** A page of somebody who works here. */
  void join(Session session) {
    listeners.add(session);
    newest().forEach((channel, version) -> send(session, news(channel, version)));
    send(session, news(JOINED, 0));
  }

  /** A page of somebody who files requests. */
  void joinRequester(Session session) {
    requesters.add(session);
    send(session, news(JOINED, 0));
  }

  /** What is newest on each channel, as JSON, for a page that is being made and will join. */
  String told() {
    expected = clock.instant().plus(JOINS);
    return newest().entrySet().stream()
        .map(each -> "\"%s\":%d".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Map<String, Long> newest() {
    Map<String, Long> newest = new TreeMap<>();
    channels.forEach((topic, channel) -> newest.put(topic.channel(), channel.version.get()));
    newest.put(PRESENCE, arrivals.get());
    newest.put(CASE, ownCases.version.get());
    return newest;
  }

  private boolean isAwake() {
    return !listeners.isEmpty() || !requesters.isEmpty() || clock.instant().isBefore(expected);
  }

  void leave(Session session) {
    listeners.remove(session);
    requesters.remove(session);
  }

  /** Tells the open pages of these people that somebody came to, or left, what they look at or list: not who, nor where. */
  void tellPresence(Set<String> people) {
    tell(people, PRESENCE, arrivals.incrementAndGet());
  }

  private void tell(Set<String> people, String channel, long newest) {
    String news = news(channel, newest);
    for (Set<Session> open : List.of(listeners, requesters)) {
      open.stream()
          .filter(session -> session.getUserPrincipal() != null && people.contains(session.getUserPrincipal().getName()))
          .forEach(session -> send(session, news));
    }
  }

  private void changed(Set<String> people) {
    if (isAwake()) {
      stale.addAll(people);
      soon(ownCases, this::tellCases);
    }
  }

  private void soon(Channel channel, Runnable news) {
    channel.version.incrementAndGet();
    if (channel.waiting.compareAndSet(false, true)) {
      try {
        executor.schedule(news, GATHER, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException full) {
        channel.waiting.set(false);
      }
    }
  }

  private void tellCases() {
    ownCases.waiting.set(false);
    Set<String> people = Set.copyOf(stale);
    stale.removeAll(people);
    tell(people, CASE, ownCases.version.get());
  }

  private void tell(Topic topic) {
    Channel channel = channels.get(topic);
    channel.waiting.set(false);
    String news = news(topic.channel(), channel.version.get());
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
