package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.FlowPlan;
import org.casebound.fulfillment.simulation.SimulationReport.FlowEnd;

/**
 * A flow as it is designed, before anything of it was begun; as pictures draw it.
 *
 * @param flow every stage and step of it, not begun; begun and ended at no time that means anything
 * @param plan how they follow each other
 */
public record FlowSketch(FlowView flow, FlowPlan plan) {
  /** The fulfillment flow of the process and the others of its bundle that have stages, numbered from 1; none when people do all by hand. */
  static List<FlowSketch> of(ProcessBundle bundle) {
    Optional<FulfillmentFlowDefinition> first = bundle.process().fulfillmentFlow().flatMap(bundle::flow);
    List<FulfillmentFlowDefinition> flows =
        Stream.concat(first.stream(), bundle.flows().stream().filter(flow -> flow instanceof Orchestration && !flow.equals(first.orElse(null)))).toList();
    return flows.stream().map(flow -> of(flows.indexOf(flow) + 1L, flow, bundle)).toList();
  }

  private static FlowSketch of(long id, FulfillmentFlowDefinition flow, ProcessBundle bundle) {
    Orchestration staged = FlowMachine.orchestrationOf(flow);
    FlowEnd untouched = new FlowEnd(flow.name(), flow.label(), FlowState.NOT_STARTED.name(), Map.of(), Map.of(), List.of());
    return new FlowSketch(
        SimulationView.view(id, staged, untouched, Instant.EPOCH, Optional.empty(), Map.of()),
        FlowPlan.of(id, staged.stages(), bundle.integrations()));
  }
}
