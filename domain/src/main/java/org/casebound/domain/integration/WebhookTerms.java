package org.casebound.domain.integration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;

/**
 * What a webhook tells, and where.
 *
 * @param url where events are posted, 1 to {@value #MAX_URL} characters: {@code https}, or {@code http}, with a host, without a user and a fragment
 * @param events at least one, none that a person alone sends
 * @param processes names of the processes whose cases it tells of, at most {@value #MAX_PROCESSES}; of all when empty
 */
public record WebhookTerms(String url, Set<WebhookEvent> events, Set<String> processes) {
  /** Longest address, in characters. */
  public static final int MAX_URL = 1000;

  /** Most processes. */
  public static final int MAX_PROCESSES = 40;

  private static final String NAME = "[A-Za-z0-9_]{1,80}";

  /** @throws RuleViolation HOOK-002 to HOOK-004 when the address, the events or the processes are none */
  public WebhookTerms {
    url = url.strip();
    if (uri(url).isEmpty()) {
      throw new RuleViolation(
          "HOOK-002", "The address must be https://host/path of at most %d characters, without a user and without #.".formatted(MAX_URL));
    }
    if (events.isEmpty() || !events.stream().allMatch(WebhookEvent::isOffered)) {
      throw new RuleViolation("HOOK-003", "Choose at least one event of the catalog.");
    }
    if (processes.size() > MAX_PROCESSES || !processes.stream().allMatch(name -> name.matches(NAME))) {
      throw new RuleViolation("HOOK-004", "Name at most %d processes, as they are called in their bundles; leave them out to be told of all.".formatted(MAX_PROCESSES));
    }
    events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    processes = Collections.unmodifiableSet(new TreeSet<>(processes));
  }

  /** Whether it tells this event of cases of this process. */
  public boolean want(WebhookEvent event, String process) {
    return events.contains(event) && (processes.isEmpty() || processes.contains(process));
  }

  /** The address. */
  public URI address() {
    return URI.create(url);
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      return Optional.of(uri).filter(any -> text.length() <= MAX_URL && http && plain);
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  static String joined(Collection<WebhookEvent> events) {
    return events.stream().map(WebhookEvent::name).collect(Collectors.joining(","));
  }

  /** A name that a later version does not know is left out: going back to an older version must not stop a node. */
  static Set<WebhookEvent> events(String joined) {
    Set<String> names = words(joined);
    return Arrays.stream(WebhookEvent.values()).filter(event -> names.contains(event.name())).collect(Collectors.toSet());
  }

  static Set<String> words(String joined) {
    return joined.isEmpty() ? Set.of() : Set.of(joined.split(","));
  }
}
