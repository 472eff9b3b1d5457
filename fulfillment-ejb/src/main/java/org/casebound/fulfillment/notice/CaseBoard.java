package org.casebound.fulfillment.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Who looks at which case on this node, and tells their screens that it has changed: not what. A case that nobody looks at costs nothing.
 * Whether somebody may look is asked before. Thread-safe.
 */
@ApplicationScoped
public class CaseBoard {
  /** So long somebody counts as looking: a page that is open says so once a minute. */
  private static final Duration STAYS = Duration.ofMinutes(3);

  private final Map<Long, Map<String, Instant>> readers = new ConcurrentHashMap<>();
  private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

  private Clock clock;

  protected CaseBoard() {}

  @Inject
  CaseBoard(Clock clock) {
    this.clock = clock;
  }

  /** From now on, for three minutes, the person is told when the case changes. */
  public void follow(long caseId, String user) {
    forget();
    readers.compute(
        caseId,
        (id, known) -> {
          Map<String, Instant> people = known == null ? new ConcurrentHashMap<>() : known;
          people.put(user, clock.instant().plus(STAYS));
          return people;
        });
  }

  /** Whether somebody may be looking. */
  public boolean isFollowed(long caseId) {
    return readers.containsKey(caseId);
  }

  /** From now on the listener is told whose pages are stale, after each commit that changed a case; it must be quick and throw nothing. */
  public void listen(Consumer<Set<String>> listener) {
    listeners.add(listener);
  }

  /** The case has changed, and that is committed. */
  public void tell(long caseId) {
    Instant now = clock.instant();
    Set<String> people =
        readers.getOrDefault(caseId, Map.of()).entrySet().stream()
            .filter(reader -> reader.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!people.isEmpty()) {
      listeners.forEach(listener -> listener.accept(people));
    }
  }

  /** A case of this person was filed or is shown otherwise in lists, and that is committed: his own list of cases is stale. */
  public void tellRequester(String requester) {
    listeners.forEach(listener -> listener.accept(Set.of(requester)));
  }

  private void forget() {
    Instant now = clock.instant();
    readers.keySet().forEach(
        caseId ->
            readers.computeIfPresent(
                caseId,
                (id, people) -> {
                  people.values().removeIf(until -> !until.isAfter(now));
                  return people.isEmpty() ? null : people;
                }));
  }
}
