package org.casebound.fulfillment.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which stage may follow which: by a branch, by the order of the list, or by a fault. */
final class StagePaths {
  private final String first;
  private final Map<String, Set<String>> successors = new HashMap<>();
  private final Map<String, Set<String>> predecessors = new HashMap<>();

  /**
   * @param stages at least one
   */
  StagePaths(List<Place> stages) {
    this.first = name(stages.get(0));
    for (int i = 0; i < stages.size(); i++) {
      String following = i + 1 < stages.size() ? name(stages.get(i + 1)) : FlowMapper.END;
      Set<String> targets = targets(stages.get(i), following);
      successors.put(name(stages.get(i)), targets);
      String from = name(stages.get(i));
      targets.forEach(to -> predecessors.computeIfAbsent(to, t -> new HashSet<>()).add(from));
    }
  }

  private static String name(Place stage) {
    return stage.text("name").orElse("");
  }

  private static Set<String> targets(Place stage, String following) {
    Set<String> targets =
        stage.has("next")
            ? stage.itemsOrSelf("next").stream()
                .flatMap(branch -> branch.text().or(() -> branch.text("goTo")).stream())
                .collect(Collectors.toCollection(HashSet::new))
            : new HashSet<>(Set.of(following));
    stage.text("onFault").ifPresent(targets::add);
    return targets;
  }

  /** The stages that a flow may come to. */
  Set<String> reached() {
    return reach(Set.of(first), successors);
  }

  /** Those stages, and all before them. */
  Set<String> leadingTo(Set<String> stages) {
    return reach(stages, predecessors);
  }

  /** Whether one stage may be entered after another has been left. */
  boolean follows(String later, String earlier) {
    return reach(successors.getOrDefault(earlier, Set.of()), successors).contains(later);
  }

  private static Set<String> reach(Set<String> from, Map<String, Set<String>> edges) {
    Set<String> reached = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String next : edges.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }
}
