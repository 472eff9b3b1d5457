package org.casebound.domain.workitem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people who may not work an item (separation of duties). They are kept as one text, each name between line ends, so that a
 * query can leave their items out without another table.
 */
public record ExcludedPeople(Set<String> names) {
  /** Nobody is excluded. */
  public static final ExcludedPeople NOBODY = new ExcludedPeople(Set.of());

  private static final String BORDER = "\n";

  public ExcludedPeople {
    names = Set.copyOf(names);
  }

  static ExcludedPeople parse(@Nullable String stored) {
    return stored == null
        ? NOBODY
        : new ExcludedPeople(Arrays.stream(stored.split(BORDER)).filter(name -> !name.isEmpty()).collect(Collectors.toSet()));
  }

  /** The name as it stands in the text of whoever excludes it. */
  public static String mark(String user) {
    return BORDER + user + BORDER;
  }

  /** These and more. */
  ExcludedPeople and(Collection<String> more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(more);
    return new ExcludedPeople(all);
  }

  /** The text to keep; empty when nobody is excluded. */
  Optional<String> stored() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names.stream().sorted().collect(Collectors.joining(BORDER, BORDER, BORDER)));
  }
}
