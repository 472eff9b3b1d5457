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
 * Somebody may have an item open in several pages, and what a page says when it is left may arrive after what the next one says: so pages are
 * told apart. Whether somebody may know is asked before. Thread-safe.
 */
@ApplicationScoped
public class Presence {
  /** So long a page that says nothing counts as open: it says something every 20 s. */
  private static final Duration STAYS = Duration.ofSeconds(50);

  /** So long a page in the background counts as open, where browsers let nothing be said. */
  private static final Duration STAYS_AWAY = Duration.ofMinutes(10);

  /** So long nothing is heard of a page that was left: what it said before may still be on its way. */
  private static final Duration STAYS_GONE = Duration.ofSeconds(30);

  /** More pages of one person at an item are not noticed: nobody has them, and nobody is to fill the memory with them. */
  private static final int MOST_PAGES = 50;

  /** So long a list that is not read again counts as open: it is read once a minute. */
  private static final Duration STAYS_LISTED = Duration.ofMinutes(2);

  /** What somebody does with the page. With several pages the first of these counts. */
  enum Doing {
    EDITING,
    VIEWING,
    AWAY,
    GONE
  }

  /** Another person at the same item. */
  record Other(String user, Doing doing) {}

  private record Page(String user, String id) {}

  private record Seen(Doing doing, Instant until) {}

  private record Listed(Set<Long> items, Instant until) {}

  private final Map<Long, Map<Page, Seen>> items = new ConcurrentHashMap<>();
  private final Map<String, Listed> lists = new ConcurrentHashMap<>();

  private Clock clock;

  protected Presence() {}

  @Inject
  Presence(Clock clock) {
    this.clock = clock;
  }

  /** The person says what he does with one of his pages, which has a name of its own; whether that is news to the others. */
  boolean note(long item, String user, String page, Doing doing) {
    Instant now = clock.instant();
    forget(now);
    Doing before = doing(item, user, now);
    items.compute(item, (id, known) -> {
      Map<Page, Seen> here = known == null ? new ConcurrentHashMap<>() : known;
      Page said = new Page(user, page);
      if (here.containsKey(said) || here.keySet().stream().filter(each -> each.user().equals(user)).count() < MOST_PAGES) {
        here.merge(said, new Seen(doing, now.plus(stays(doing))), (old, newer) -> old.doing() == Doing.GONE ? old : newer);
      }
      return here;
    });
    return before != doing(item, user, now);
  }

  private static Duration stays(Doing doing) {
    return switch (doing) {
      case EDITING, VIEWING -> STAYS;
      case AWAY -> STAYS_AWAY;
      case GONE -> STAYS_GONE;
    };
  }

  private Doing doing(long item, String user, Instant now) {
    return people(item, now).getOrDefault(user, Doing.GONE);
  }

  /** What each person who is there does, by name. */
  private Map<String, Doing> people(long item, Instant now) {
    Map<String, Doing> people = new TreeMap<>();
    items.getOrDefault(item, Map.of()).forEach((page, seen) -> {
      if (seen.doing() != Doing.GONE && seen.until().isAfter(now)) {
        people.merge(page.user(), seen.doing(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    });
    return people;
  }

  /** The others at the item, by name. */
  List<Other> others(long item, String user) {
    return people(item, clock.instant()).entrySet().stream()
        .filter(entry -> !entry.getKey().equals(user))
        .map(entry -> new Other(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The person's newest list shows these items. */
  void listed(String user, Collection<Long> shown) {
    lists.put(user, new Listed(Set.copyOf(shown), clock.instant().plus(STAYS_LISTED)));
  }

  /** Everybody who sees who is at the item: there, or in a list. */
  Set<String> audience(long item) {
    Set<String> people = new TreeSet<>(people(item, clock.instant()).keySet());
    lists.forEach((user, list) -> {
      if (list.items().contains(item)) {
        people.add(user);
      }
    });
    return people;
  }

  private void forget(Instant now) {
    items.keySet().forEach(item -> items.computeIfPresent(item, (id, here) -> {
      here.values().removeIf(seen -> !seen.until().isAfter(now));
      return here.isEmpty() ? null : here;
    }));
    lists.values().removeIf(list -> !list.until().isAfter(now));
  }
}
