package org.casebound.fulfillment.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.ElementListener;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FlowSnapshot;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StepSnapshot;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.flow.WaitingFor;

/** One run of a flow in a story. Not thread-safe. */
final class SimulatedFlow {
  private final String name;
  private final FlowMachine machine;
  private final int depth;
  private final CaseSheet sheet;
  private final Map<String, Integer> waits = new HashMap<>();
  private FlowSnapshot state;

  /**
   * @param depth how many flows led to this one, one after the other
   */
  SimulatedFlow(String name, FlowMachine machine, int depth, CaseSheet sheet) {
    this.name = name;
    this.machine = machine;
    this.depth = depth;
    this.sheet = sheet;
    this.state = FlowSnapshot.fresh(sheet.ofCase(), sheet.ofRequest());
  }

  String name() {
    return name;
  }

  int depth() {
    return depth;
  }

  FlowMachine machine() {
    return machine;
  }

  FlowSnapshot state() {
    return state;
  }

  StepState stepState(String step) {
    return state.step(step).state();
  }

  /** Whether it has begun and not ended. */
  boolean underWay() {
    return state.state() == FlowState.IN_PROGRESS || state.state() == FlowState.ERROR;
  }

  /** What follows from the event, with the case and the request as they are now. */
  List<Decision> decide(FlowEvent event, ElementListener listener) {
    state =
        new FlowSnapshot(
            state.state(),
            state.stage(),
            state.stages(),
            state.entries(),
            state.steps(),
            sheet.ofCase(),
            sheet.ofRequest(),
            state.variables(),
            sheet.isClosed());
    return machine.decide(state, event, listener);
  }

  void apply(Decision decision) {
    state = decision.appliedTo(state);
  }

  /** The back office has accepted the call of the step, and will acknowledge it. */
  void park(String step) {
    StepSnapshot at = state.step(step);
    Map<String, StepSnapshot> steps = new LinkedHashMap<>(state.steps());
    steps.put(step, new StepSnapshot(step, StepState.WAITING, at.position(), at.outcome(), at.comment(), at.data()));
    state =
        new FlowSnapshot(
            state.state(),
            state.stage(),
            state.stages(),
            state.entries(),
            steps,
            state.caseFacts(),
            state.request(),
            state.variables(),
            state.caseClosed());
  }

  /** The step begins to wait for something; a number tells this wait from others of the step. */
  int beginWait(String step) {
    return waits.merge(step, 1, Integer::sum);
  }

  /** Whether the step is still at the wait, or the question, of that number. */
  boolean stillWaits(String step, int wait) {
    StepState at = stepState(step);
    return underWay() && waits.getOrDefault(step, 0) == wait && (at == StepState.IN_PROGRESS || at == StepState.WAITING);
  }

  List<WaitingFor> waitsFor() {
    return machine.waitsFor(state);
  }

  /** Whether a step awaits the event. */
  boolean awaits(String event) {
    return underWay() && waitsFor().stream().anyMatch(wait -> wait.kind() == WaitingFor.Kind.EVENT && wait.what().equals(event));
  }
}
