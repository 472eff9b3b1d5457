package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.StageView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.desk.FlowPlan;
import org.casebound.fulfillment.simulation.SimulationReport.FlowEnd;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.SimulationReport.StepEnd;

/**
 * What came of a story, with its flows as pictures draw them.
 *
 * @param result the story with its expectations, of which a sample has none
 * @param flows how the flows stand at the end, numbered from 1
 * @param plans the plan of each of them
 */
public record SimulationView(ScenarioResult result, List<FlowView> flows, List<FlowPlan> plans) {
  public SimulationView {
    flows = List.copyOf(flows);
    plans = List.copyOf(plans);
  }

  static SimulationView of(ProcessBundle bundle, ScenarioResult result) {
    List<FlowView> flows = new ArrayList<>();
    List<FlowPlan> plans = new ArrayList<>();
    for (FlowEnd end : result.report().flows()) {
      long id = flows.size() + 1L;
      Orchestration definition = FlowMachine.orchestrationOf(bundle.flow(end.flow()).orElseThrow());
      SimulationReport report = result.report();
      flows.add(view(id, definition, end, report.begunAt(), Optional.of(report.endedAt()), begun(end.flow(), report)));
      plans.add(FlowPlan.of(id, definition.stages(), bundle.integrations()));
    }
    return new SimulationView(result, flows, plans);
  }

  /**
   * A flow as it stands at the end.
   *
   * @param begun when each step began, by name
   */
  static FlowView view(
      long id, Orchestration definition, FlowEnd end, Instant begunAt, Optional<Instant> endedAt, Map<String, Instant> begun) {
    return new FlowView(
        id,
        end.flow(),
        end.label(),
        FlowState.valueOf(end.state()),
        begunAt,
        endedAt,
        definition.stages().stream().map(stage -> view(stage, end, begun)).toList());
  }

  /** When each step of the flow began. */
  private static Map<String, Instant> begun(String flow, SimulationReport report) {
    Map<String, Instant> begun = new HashMap<>();
    report.path().stream().filter(passed -> passed.mark() == Mark.BEGUN && passed.flow().equals(flow)).forEach(passed -> begun.put(passed.name(), passed.at()));
    return begun;
  }

  private static StageView view(StageDefinition stage, FlowEnd end, Map<String, Instant> begun) {
    StageState state = Optional.ofNullable(end.stages().get(stage.name())).map(StageState::valueOf).orElse(StageState.NOT_STARTED);
    return new StageView(stage.name(), stage.label(), state, stage.steps().stream().map(step -> view(step, end.steps(), begun)).toList());
  }

  private static StepView view(StepDefinition step, Map<String, StepEnd> ends, Map<String, Instant> begun) {
    Optional<StepEnd> end = Optional.ofNullable(ends.get(step.name()));
    return new StepView(
        step.name(),
        step.label(),
        step.work() instanceof StepDefinition.Interactive ? "interactive" : "background",
        end.map(StepEnd::state).map(StepState::valueOf).orElse(StepState.NOT_STARTED),
        end.map(StepEnd::outcome).filter(outcome -> !outcome.isEmpty()),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
