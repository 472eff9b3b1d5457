package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Values;

/**
 * A flow as the machine sees it: states and the facts that conditions look at. Immutable; its changes follow the tables of
 * states.
 *
 * @param stage the stage in progress, or the last one
 * @param entries how often each stage was entered so far; one that never was may be absent
 * @param steps steps by name; one that was not begun may be absent
 * @param caseFacts fields of the case
 * @param request attributes of the request
 * @param variables variables of the flow
 * @param caseClosed whether the case is closed
 */
public record FlowSnapshot(
    FlowState state,
    Optional<String> stage,
    Map<String, StageState> stages,
    Map<String, Integer> entries,
    Map<String, StepSnapshot> steps,
    Values caseFacts,
    Values request,
    Values variables,
    boolean caseClosed) {

  /** A flow that has not begun. */
  public static FlowSnapshot fresh(Values caseFacts, Values request) {
    return new FlowSnapshot(
        FlowState.NOT_STARTED,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        caseFacts,
        request,
        Values.EMPTY,
        false);
  }

  /** The step of that name. */
  public StepSnapshot step(String name) {
    return steps.getOrDefault(name, StepSnapshot.fresh(name));
  }

  /** How often the stage was entered so far. */
  public int entries(String stageName) {
    return entries.getOrDefault(stageName, 0);
  }

  /** The state of the stage in progress, or of the last one. */
  StageState stageState() {
    return stage.map(stages::get).orElse(StageState.NOT_STARTED);
  }

  FlowSnapshot in(FlowState next) {
    return in(state == next ? state : FlowState.TABLE.change(state, next), stage, stages, entries, steps);
  }

  FlowSnapshot inStage(StageState next) {
    StageState changed = stageState() == next ? next : StageState.TABLE.change(stageState(), next);
    return in(state, stage, with(stages, Map.of(stage.orElseThrow(), changed)), entries, steps);
  }

  /** Another run of the stage: whatever it and its steps were before, they are new. */
  FlowSnapshot entering(String name, List<String> stepsOfStage) {
    Map<String, StepSnapshot> changed = new LinkedHashMap<>(steps);
    stepsOfStage.forEach(step -> changed.put(step, StepSnapshot.fresh(step)));
    return in(
        state,
        Optional.of(name),
        with(stages, Map.of(name, StageState.IN_PROGRESS)),
        with(entries, Map.of(name, entries(name) + 1)),
        changed);
  }

  FlowSnapshot with(StepSnapshot step) {
    return in(state, stage, stages, entries, with(steps, Map.of(step.name(), step)));
  }

  FlowSnapshot withVariables(Map<String, Object> values) {
    return knowing(caseFacts, request, variables.with(values), caseClosed);
  }

  FlowSnapshot withRequest(Map<String, Object> values) {
    return knowing(caseFacts, request.with(values), variables, caseClosed);
  }

  FlowSnapshot withCase(Map<String, Object> values, boolean closed) {
    return knowing(caseFacts.with(values), request, variables, closed);
  }

  private FlowSnapshot in(
      FlowState newState,
      Optional<String> newStage,
      Map<String, StageState> newStages,
      Map<String, Integer> newEntries,
      Map<String, StepSnapshot> newSteps) {
    return new FlowSnapshot(
        newState, newStage, newStages, newEntries, newSteps, caseFacts, request, variables, caseClosed);
  }

  private FlowSnapshot knowing(Values newCase, Values newRequest, Values newVariables, boolean closed) {
    return new FlowSnapshot(state, stage, stages, entries, steps, newCase, newRequest, newVariables, closed);
  }

  private static <V> Map<String, V> with(Map<String, V> map, Map<String, V> changes) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.putAll(changes);
    return changed;
  }
}
