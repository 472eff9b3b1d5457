package org.casebound.fulfillment.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.persistence.ProcessRepository;

/**
 * The published processes, each version parsed once. What is active is looked up in memory; {@link #refresh} brings it up to
 * date after an import here or, from time to time, on another node. Thread-safe.
 */
@ApplicationScoped
public class ProcessCatalog {
  private record Version(String name, int number) {}

  private final Map<Version, PublishedProcess> versions = new ConcurrentHashMap<>();
  private volatile Map<String, PublishedProcess> active = Map.of();

  @Inject private ProcessRepository processes;
  @Inject private Expressions expressions;

  /** The active version of a process. */
  public Optional<PublishedProcess> active(String name) {
    return Optional.ofNullable(active.get(name));
  }

  /** All active processes, by label. */
  public List<PublishedProcess> active() {
    return active.values().stream()
        .sorted(java.util.Comparator.comparing(p -> p.process().label()))
        .toList();
  }

  /** All queues that active processes name, by name. */
  public List<QueueDefinition> queues() {
    Map<String, QueueDefinition> queues = new TreeMap<>();
    active.values().forEach(p -> p.bundle().queues().forEach(queue -> queues.putIfAbsent(queue.name(), queue)));
    return List.copyOf(queues.values());
  }

  /** Whether an active process names the queue. */
  public boolean hasQueue(String name) {
    return queues().stream().anyMatch(queue -> queue.name().equals(name));
  }

  /** The same attributes or fields, where a Queue offers the queues that active processes name. */
  public List<AttributeDefinition> offered(List<AttributeDefinition> asked) {
    if (asked.stream().noneMatch(attribute -> attribute.type() == AttributeType.QUEUE)) {
      return asked;
    }
    List<AttributeDefinition.Option> known =
        queues().stream().map(queue -> new AttributeDefinition.Option(queue.name(), queue.label())).toList();
    return asked.stream().map(attribute -> attribute.type() == AttributeType.QUEUE ? attribute.offering(known) : attribute).toList();
  }

  /** The calendars of that name that active processes have. */
  public List<CalendarDefinition> calendars(String name) {
    return active.values().stream()
        .flatMap(p -> p.bundle().calendars().stream())
        .filter(calendar -> calendar.name().equals(name))
        .toList();
  }

  /** What people call a queue; its name when no active process names it any more. */
  public String queueLabel(String name) {
    return queues().stream()
        .filter(queue -> queue.name().equals(name))
        .map(QueueDefinition::label)
        .findFirst()
        .orElse(name);
  }

  /**
   * A version that a case or flow was started under.
   *
   * @throws UnknownRecord when it was never published here
   */
  public PublishedProcess require(String name, int version) {
    Version key = new Version(name, version);
    PublishedProcess known = versions.get(key);
    if (known != null) {
      return known;
    }
    ProcessVersion stored =
        processes
            .find(name, version)
            .orElseThrow(() -> new UnknownRecord("process", name + " version " + version));
    return parsed(stored);
  }

  /** Reads again which versions are active; a document is read once in the life of the server, however often this is done. */
  public void refresh() {
    active =
        processes.activeVersions().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> require(each.getKey(), each.getValue())));
  }

  private PublishedProcess parsed(ProcessVersion stored) {
    return versions.computeIfAbsent(
        new Version(stored.name(), stored.processVersion()),
        key -> PublishedProcess.of(BundleCodec.read(stored.document()), expressions));
  }
}
