package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Finds what a work item was made from, in the version that its flow runs in. */
@Dependent
public class StepDefinitions {
  @Inject private FlowRepository flows;
  @Inject private ProcessCatalog catalog;

  /** The work as it is defined. */
  public StepDefinition.Interactive workOf(WorkItem item) {
    return (StepDefinition.Interactive) flowOf(item).step(item.stepName()).orElseThrow().work();
  }

  /** The flow as it is defined. */
  Orchestration flowOf(WorkItem item) {
    FulfillmentFlow flow = flows.find(item.flowId()).orElseThrow();
    FulfillmentFlowDefinition definition = bundleOf(flow).flow(flow.name()).orElseThrow();
    return FlowMachine.orchestrationOf(definition);
  }

  /** The bundle that the item's process came with. */
  ProcessBundle bundleOf(WorkItem item) {
    return bundleOf(flows.find(item.flowId()).orElseThrow());
  }

  private ProcessBundle bundleOf(FulfillmentFlow flow) {
    return catalog.require(flow.processName(), flow.processVersion()).bundle();
  }
}
