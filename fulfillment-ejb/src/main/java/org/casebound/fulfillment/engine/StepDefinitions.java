package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
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
    return step(flow, flow.processVersion(), item)
        .or(() -> step(flow, cases.find(item.caseId()).orElseThrow().processVersion(), item))
        .orElseThrow();
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

  private Optional<StepDefinition.Interactive> step(FulfillmentFlow flow, int version, WorkItem item) {
    return bundleOf(flow, version)
        .flow(flow.name())
        .map(FlowMachine::orchestrationOf)
        .flatMap(orchestration -> orchestration.step(item.stepName()))
        .map(StepDefinition::work)
        .filter(StepDefinition.Interactive.class::isInstance)
        .map(StepDefinition.Interactive.class::cast);
  }

  private ProcessBundle bundleOf(FulfillmentFlow flow, int version) {
    return catalog.require(flow.processName(), version).bundle();
  }
}
