package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Values;

/**
 * A flow as the machine sees it: states and the facts that conditions look at. Immutable.
 *
 * @param stage the stage in progress, or the last one
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
    Map<String, StepSnapshot> steps,
    Values caseFacts,
    Values request,
    Values variables,
    boolean caseClosed) {

  /** A flow that has not begun. */
  public static FlowSnapshot fresh(Values caseFacts, Values request) {
    return new FlowSnapshot(
        FlowState.NOT_STARTED, Optional.empty(), Map.of(), Map.of(), caseFacts, request, Values.EMPTY, false);
  }

  /** The step of that name. */
  public StepSnapshot step(String name) {
    return steps.getOrDefault(name, StepSnapshot.fresh(name));
  }

  /** The snapshot after a decision; the states follow the tables of transitions. */
  FlowSnapshot after(Decision decision, java.util.Collection<String> stepsOfStage) {
    if (decision instanceof Decision.FlowStarted) {
      return to(FlowState.IN_PROGRESS);
    } else if (decision instanceof Decision.StageEntered entered) {
      return entering(entered.stage(), stepsOfStage);
    } else if (decision instanceof Decision.StepStarted started) {
      return with(step(started.step()).in(change(started.step(), StepState.IN_PROGRESS)));
    } else if (decision instanceof Decision.WorkOffered offered) {
      return with(step(offered.step()).in(change(offered.step(), StepState.IN_PROGRESS)));
    } else if (decision instanceof Decision.CallPlaced placed) {
      return with(step(placed.step()).at(placed.position()));
    } else if (decision instanceof Decision.StepCompleted done) {
      change(done.step(), StepState.COMPLETED);
      return with(step(done.step()).completed(done.outcome(), done.comment(), done.data()));
    } else if (decision instanceof Decision.StepFailed failed) {
      return with(step(failed.step()).in(change(failed.step(), StepState.ERROR)))
          .stage(StageState.ERROR)
          .to(FlowState.ERROR);
    } else if (decision instanceof Decision.StepResumed resumed) {
      return with(step(resumed.step()).in(change(resumed.step(), StepState.IN_PROGRESS)))
          .stage(StageState.IN_PROGRESS)
          .to(FlowState.IN_PROGRESS);
    } else if (decision instanceof Decision.StepDiscontinued ended) {
      return with(step(ended.step()).in(change(ended.step(), StepState.DISCONTINUED)));
    } else if (decision instanceof Decision.StageCompleted) {
      return stage(StageState.COMPLETED);
    } else if (decision instanceof Decision.StageDiscontinued) {
      return stage(StageState.DISCONTINUED);
    } else if (decision instanceof Decision.FlowFailed) {
      return to(FlowState.ERROR);
    } else if (decision instanceof Decision.FlowCompleted) {
      return to(FlowState.COMPLETED);
    }
    return withFacts(decision);
  }

  private FlowSnapshot withFacts(Decision decision) {
    if (decision instanceof Decision.VariableSet set) {
      return facts(caseFacts, request, variables.with(Map.of(set.name(), set.value())), caseClosed);
    } else if (decision instanceof Decision.RequestUpdated updated) {
      return facts(caseFacts, request.with(updated.values()), variables, caseClosed);
    } else if (decision instanceof Decision.CaseUpdated updated) {
      return facts(caseFacts.with(updated.values()), request, variables, caseClosed);
    } else if (decision instanceof Decision.CaseClosed) {
      return facts(caseFacts.with(Map.of("status", "CLOSED")), request, variables, true);
    }
    throw new IllegalArgumentException("not a decision of the flow machine: " + decision);
  }

  private StepState change(String step, StepState next) {
    return StepState.TABLE.change(step(step).state(), next);
  }

  private FlowSnapshot to(FlowState next) {
    FlowState changed = state == next ? state : FlowState.TABLE.change(state, next);
    return new FlowSnapshot(changed, stage, stages, steps, caseFacts, request, variables, caseClosed);
  }

  private FlowSnapshot with(StepSnapshot step) {
    Map<String, StepSnapshot> changed = new LinkedHashMap<>(steps);
    changed.put(step.name(), step);
    return new FlowSnapshot(state, stage, stages, changed, caseFacts, request, variables, caseClosed);
  }

  private FlowSnapshot stage(StageState next) {
    String name = stage.orElseThrow();
    StageState current = stages.get(name);
    Map<String, StageState> changed = new LinkedHashMap<>(stages);
    changed.put(name, current == next ? next : StageState.TABLE.change(current, next));
    return new FlowSnapshot(state, stage, changed, steps, caseFacts, request, variables, caseClosed);
  }

  private FlowSnapshot entering(String name, java.util.Collection<String> stepsOfStage) {
    Map<String, StageState> changedStages = new LinkedHashMap<>(stages);
    changedStages.put(name, StageState.IN_PROGRESS);
    Map<String, StepSnapshot> changedSteps = new LinkedHashMap<>(steps);
    stepsOfStage.forEach(step -> changedSteps.put(step, StepSnapshot.fresh(step)));
    return new FlowSnapshot(
        state, Optional.of(name), changedStages, changedSteps, caseFacts, request, variables, caseClosed);
  }

  private FlowSnapshot facts(Values newCase, Values newRequest, Values newVariables, boolean closed) {
    return new FlowSnapshot(state, stage, stages, steps, newCase, newRequest, newVariables, closed);
  }
}
