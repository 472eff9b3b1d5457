package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.VariableDefinition;

/**
 * What is the same for all instructions of one place of a program: how deep they stand in subflows, loops and fault paths. It is
 * known when the program is compiled, so a step that stands somewhere keeps only the values, see {@link Memory}.
 *
 * @param within the subflows, loops and fault paths around it, outermost first
 * @param scopes how many scopes of variables a step has made here; with none, variables are those of the flow
 * @param loops how many loops are under way here
 * @param faults how many faults the step remembers here
 * @param seesFault whether expressions see the newest of them
 * @param handler first instruction of the innermost fault path around it; negative: there is none
 * @param items which loop each item variable belongs to
 * @param declared declared variables by name
 */
record Place(
    List<String> within,
    int scopes,
    int loops,
    int faults,
    boolean seesFault,
    int handler,
    Map<String, Integer> items,
    Map<String, VariableDefinition> declared) {

  static Place root(List<VariableDefinition> variables) {
    return new Place(List.of(), 0, 0, 0, false, -1, Map.of(), byName(variables));
  }

  Place guardedBy(int newHandler) {
    return new Place(within, scopes, loops, faults, seesFault, newHandler, items, declared);
  }

  Place onFaultOf(String path) {
    return new Place(inside("fault of " + path), scopes, loops, faults + 1, true, handler, items, declared);
  }

  Place inLoop(String path, Element.ForEach loop) {
    Map<String, Integer> more = new HashMap<>(items);
    more.put(loop.item(), loops);
    return new Place(
        inside("loop " + path), scopes, loops + 1, faults, seesFault, handler, Map.copyOf(more), declared);
  }

  Place inFlow(String path, Autolaunched flow) {
    return new Place(
        inside("flow " + path), scopes + 1, loops, faults, false, handler, Map.of(), byName(flow.variables()));
  }

  private List<String> inside(String what) {
    List<String> longer = new ArrayList<>(within);
    longer.add(what);
    return List.copyOf(longer);
  }

  private static Map<String, VariableDefinition> byName(List<VariableDefinition> variables) {
    return variables.stream().collect(Collectors.toUnmodifiableMap(VariableDefinition::name, v -> v, (a, b) -> a));
  }
}
