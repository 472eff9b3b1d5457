package org.casebound.domain.flow;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What expressions see of a flow. Made for one snapshot; a step's facts are made only when they are asked for. */
final class Facts {
  private Facts() {}

  /** All facts, without a fault. */
  static Map<String, Object> of(FlowSnapshot snapshot, Map<String, Object> steps, Map<String, Object> variables) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("case", snapshot.caseFacts().asMap());
    facts.put("request", snapshot.request().asMap());
    facts.put("vars", variables);
    facts.put("steps", steps);
    return facts;
  }

  /** The flow's variables without those that the machine keeps for itself. */
  static Map<String, Object> variables(FlowSnapshot snapshot) {
    Map<String, Object> all = snapshot.variables().asMap();
    if (!all.containsKey(Undo.COMPLETED)) {
      return all;
    }
    Map<String, Object> shown = new LinkedHashMap<>(all);
    shown.keySet().removeIf(name -> name.startsWith(StepSnapshot.KEPT));
    return shown;
  }

  /** The facts of all steps by name. */
  static Map<String, Object> steps(FlowSnapshot snapshot, Set<String> names) {
    return new AbstractMap<>() {
      @Override
      public boolean containsKey(Object name) {
        return names.contains(name);
      }

      @Override
      public @Nullable Object get(Object name) {
        return names.contains(name) ? snapshot.step((String) name).facts() : null;
      }

      @Override
      public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, snapshot.step(name).facts()));
        return all.entrySet();
      }
    };
  }
}
