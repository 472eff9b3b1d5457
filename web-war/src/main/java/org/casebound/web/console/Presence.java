package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has which work item open in a browser, as far as this node knows; nothing is stored. It is advice to people: the claim is the lock.
 * Whether somebody may know is asked before. Thread-safe.
 */
@ApplicationScoped
public class Presence {
  /** So long a page that says nothing counts as open: it says something every 20 s. */
  private static final Duration STAYS = Duration.ofSeconds(50);

  /** So long a page in the background counts as open, where browsers let nothing be said. */
  private static final Duration STAYS_AWAY = Duration.ofMinutes(10);

  /** So long a list that is not read again counts as open: it is read once a minute. */
  private static final Duration STAYS_LISTED = Duration.ofMinutes(2);

  /** What somebody does with the page. */
  enum Doing {
    VIEWING,
    EDITING,
    AWAY,
    GONE
  }

  /** Another person at the same item. */
  record Other(String user, Doing doing) {}

  private record Seen(Doing doing, Instant until) {}

  private record Listed(Set<Long> items, Instant until) {}

  private final Map<Long, Map<String, Seen>> items = new ConcurrentHashMap<>();
  private final Map<String, Listed> lists = new ConcurrentHashMap<>();

  private Clock clock;

  protected Presence() {}

  @Inject
  Presence(Clock clock) {
    this.clock = clock;
  }

  /** The person says what he does; whether that is news to the others. */
  boolean note(long item, String user, Doing doing) {
    Instant now = clock.instant();
    forget(now);
    if (doing == Doing.GONE) {
      Map<String, Seen> here = items.get(item);
      return here != null && here.remove(user) != null;
    }
    Duration stays = doing == Doing.AWAY ? STAYS_AWAY : STAYS;
    Seen before = items.computeIfAbsent(item, id -> new ConcurrentHashMap<>()).put(user, new Seen(doing, now.plus(stays)));
    return before == null || before.doing() != doing;
  }

  /** The others at the item, by name. */
  List<Other> others(long item, String user) {
    Instant now = clock.instant();
    return new TreeMap<>(items.getOrDefault(item, Map.of()))
        .entrySet().stream()
            .filter(entry -> !entry.getKey().equals(user) && entry.getValue().until().isAfter(now))
            .map(entry -> new Other(entry.getKey(), entry.getValue().doing()))
            .toList();
  }

  /** The person's newest list shows these items. */
  void listed(String user, Collection<Long> shown) {
    lists.put(user, new Listed(Set.copyOf(shown), clock.instant().plus(STAYS_LISTED)));
  }

  /** Everybody who sees who is at the item: there, or in a list. */
  Set<String> audience(long item) {
    Set<String> people = new TreeSet<>(items.getOrDefault(item, Map.of()).keySet());
    lists.forEach((user, list) -> {
      if (list.items().contains(item)) {
        people.add(user);
      }
    });
    return people;
  }

  private void forget(Instant now) {
    items.values().forEach(here -> here.values().removeIf(seen -> !seen.until().isAfter(now)));
    items.values().removeIf(Map::isEmpty);
    lists.values().removeIf(list -> !list.until().isAfter(now));
  }
}
