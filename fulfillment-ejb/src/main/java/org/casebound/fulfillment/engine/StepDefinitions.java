package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Finds what a work item was made from, in the version that its flow runs. */
@Dependent
public class StepDefinitions {
  @Inject private FlowRepository flows;
  @Inject private CaseRepository cases;
  @Inject private ProcessCatalog catalog;

  /**
   * The work as it is defined. A step that had ended when its flow moved to a version without it is found in the version that the
   * case was filed under.
   */
  public StepDefinition.Interactive workOf(WorkItem item) {
    FulfillmentFlow flow = flows.find(item.flowId()).orElseThrow();
    return find(flow.processName(), flow.processVersion(), flow.name(), item.stepName())
        .or(() -> find(flow.processName(), cases.find(item.caseId()).orElseThrow().processVersion(), flow.name(), item.stepName()))
        .orElseThrow();
  }

  /** The interactive step of that name in a flow. */
  public Optional<StepDefinition.Interactive> find(String process, int version, String flow, String step) {
    return catalog.require(process, version).bundle().flow(flow).flatMap(definition -> interactive(definition, step));
  }

  /** The interactive step of that name in any flow of the process, the first if there are several. */
  public Optional<StepDefinition.Interactive> anyOf(String process, int version, String step) {
    return catalog.require(process, version).bundle().flows().stream()
        .filter(flow -> flow.startedBy().isPresent())
        .flatMap(flow -> interactive(flow, step).stream())
        .findFirst();
  }

  /** The flow as it is defined. */
  Orchestration flowOf(WorkItem item) {
    FulfillmentFlow flow = flows.find(item.flowId()).orElseThrow();
    return FlowMachine.orchestrationOf(bundleOf(flow, flow.processVersion()).flow(flow.name()).orElseThrow());
  }

  /** The bundle of the version that the item's flow runs. */
  ProcessBundle bundleOf(WorkItem item) {
    FulfillmentFlow flow = flows.find(item.flowId()).orElseThrow();
    return bundleOf(flow, flow.processVersion());
  }

  private static Optional<StepDefinition.Interactive> interactive(FulfillmentFlowDefinition flow, String step) {
    return FlowMachine.orchestrationOf(flow)
        .step(step)
        .map(StepDefinition::work)
        .filter(StepDefinition.Interactive.class::isInstance)
        .map(StepDefinition.Interactive.class::cast);
  }

  private ProcessBundle bundleOf(FulfillmentFlow flow, int version) {
    return catalog.require(flow.processName(), version).bundle();
  }
}
