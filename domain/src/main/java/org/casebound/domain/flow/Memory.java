package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step that runs elements remembers: variables of the subflows it is in, the items and positions of its loops, and the
 * faults whose paths it is on. Between events it lies in the data of the step. Not thread-safe; lives for one event.
 */
final class Memory {
  private static final String KEY = StepSnapshot.KEPT + "run";

  private final List<Map<String, Object>> scopes = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<Map<String, Object>> faults = new ArrayList<>();
  private boolean changed;

  /** A loop under way. */
  private record Loop(List<?> items, int index) {}

  static Memory of(Map<String, Object> data) {
    Memory memory = new Memory();
    if (data.get(KEY) instanceof Map<?, ?> kept) {
      list(kept, "scopes").forEach(scope -> memory.scopes.add(named(scope)));
      list(kept, "faults").forEach(fault -> memory.faults.add(named(fault)));
      list(kept, "loops")
          .forEach(
              loop -> {
                Map<String, Object> fields = named(loop);
                memory.loops.add(new Loop(list(fields, "items"), ((Number) fields.get("index")).intValue()));
              });
    }
    return memory;
  }

  private static List<?> list(Map<?, ?> map, String name) {
    return map.get(name) instanceof List<?> list ? list : List.of();
  }

  private static Map<String, Object> named(Object map) {
    Map<String, Object> named = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  /** As data of the step; empty when there is nothing to remember. */
  Map<String, Object> asData() {
    Map<String, Object> kept = new LinkedHashMap<>();
    if (!scopes.isEmpty()) {
      kept.put("scopes", scopes.stream().map(LinkedHashMap::new).toList());
    }
    if (!loops.isEmpty()) {
      kept.put(
          "loops",
          loops.stream().map(loop -> Map.of("items", loop.items(), "index", (long) loop.index())).toList());
    }
    if (!faults.isEmpty()) {
      kept.put("faults", List.copyOf(faults));
    }
    return kept.isEmpty() ? Map.of() : Map.of(KEY, kept);
  }

  /** Whether it differs from what was kept last; from now on it does not. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  void enterScope(Map<String, Object> variables) {
    scopes.add(variables);
    changed = true;
  }

  /** Variables of the innermost subflow. */
  Map<String, Object> scope() {
    return scopes.get(scopes.size() - 1);
  }

  void assign(String variable, Object value) {
    scope().put(variable, value);
    changed = true;
  }

  void beginLoop(List<?> items) {
    loops.add(new Loop(items, 0));
    changed = true;
  }

  /** Whether the innermost loop has a next item, which is then its item; otherwise the loop is over. */
  boolean nextItem() {
    changed = true;
    Loop loop = loops.remove(loops.size() - 1);
    boolean more = loop.index() + 1 < loop.items().size();
    if (more) {
      loops.add(new Loop(loop.items(), loop.index() + 1));
    }
    return more;
  }

  /** The item of a loop, the outermost being 0. */
  Object item(int loop) {
    Loop current = loops.get(loop);
    return current.items().get(current.index());
  }

  void addFault(Map<String, Object> fault) {
    faults.add(fault);
    changed = true;
  }

  /** The newest fault. */
  Map<String, Object> fault() {
    return faults.get(faults.size() - 1);
  }

  /** Forgets what is deeper. */
  void cutTo(int scopeCount, int loopCount, int faultCount) {
    changed |= scopes.size() > scopeCount || loops.size() > loopCount || faults.size() > faultCount;
    scopes.subList(scopeCount, scopes.size()).clear();
    loops.subList(loopCount, loops.size()).clear();
    faults.subList(faultCount, faults.size()).clear();
  }
}
