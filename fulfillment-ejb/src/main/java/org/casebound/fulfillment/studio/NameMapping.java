package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;

/**
 * What queues, groups and connectors of a bundle are called here, where that differs.
 *
 * @param names by kind: the name here by the name in the bundle
 */
public record NameMapping(Map<Kind, Map<String, String>> names) {
  /** Nothing has another name here. */
  public static final NameMapping NONE = new NameMapping(Map.of());

  private static final int MOST = 1000;
  private static final String FORM = "Write kind:name=name here; kinds are queue, group and connector, e.g. queue:back_office=branch_office.";

  public NameMapping {
    names = Map.copyOf(names);
  }

  /** What can have another name. */
  public enum Kind {
    QUEUE("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*"),
    GROUP("[A-Za-z0-9._-]{1,80}"),
    CONNECTOR("[A-Za-z][A-Za-z0-9:/._-]{0,199}");

    private final Pattern form;

    Kind(String form) {
      this.form = Pattern.compile(form);
    }

    boolean takes(String name) {
      return name.length() <= 200 && form.matcher(name).matches();
    }
  }

  /**
   * Reads a mapping.
   *
   * @param lines each {@code kind:name=name here}; a queue with its own name is one that is to be new here
   * @throws RuleViolation BUNDLE-006 when a line is none, or two say different things
   */
  public static NameMapping of(List<String> lines) {
    if (lines.size() > MOST) {
      throw new RuleViolation("BUNDLE-006", "There are more than %d names.".formatted(MOST));
    }
    Map<Kind, Map<String, String>> names = new TreeMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      int equals = line.lastIndexOf('=');
      Optional<Kind> kind = colon < 0 ? Optional.empty() : kind(line.substring(0, colon).strip());
      if (kind.isEmpty() || equals < colon) {
        throw refused(line);
      }
      String from = line.substring(colon + 1, equals).strip();
      String to = line.substring(equals + 1).strip();
      if (!kind.get().takes(from) || !kind.get().takes(to)) {
        throw refused(line);
      }
      String before = names.computeIfAbsent(kind.get(), each -> new TreeMap<>()).putIfAbsent(from, to);
      if (before != null && !before.equals(to)) {
        throw new RuleViolation("BUNDLE-006", "'%s' has two names here: '%s' and '%s'. Keep one of the two.".formatted(from, before, to));
      }
    }
    return new NameMapping(names);
  }

  private static Optional<Kind> kind(String name) {
    return List.of(Kind.values()).stream().filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }

  private static RuleViolation refused(String line) {
    String shown = line.length() > 200 ? line.substring(0, 200) + "..." : line;
    return new RuleViolation("BUNDLE-006", "'%s' maps no name. %s".formatted(shown, FORM));
  }

  /** What the name is here; empty when it stays. */
  Optional<String> here(Kind kind, String name) {
    return Optional.ofNullable(names.getOrDefault(kind, Map.of()).get(name)).filter(to -> !to.equals(name));
  }

  /** The queues that are to be new here: those that were mapped to themselves. */
  public Set<String> newQueues() {
    return names.getOrDefault(Kind.QUEUE, Map.of()).entrySet().stream()
        .filter(each -> each.getKey().equals(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether every name stays. */
  boolean changesNothing() {
    return names.values().stream().flatMap(each -> each.entrySet().stream()).allMatch(each -> each.getKey().equals(each.getValue()));
  }
}
