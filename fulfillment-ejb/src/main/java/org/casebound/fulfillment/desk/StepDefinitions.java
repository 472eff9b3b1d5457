package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Finds the definition that a work item was made from, in the version that its flow started with. */
@Dependent
class StepDefinitions {
  @Inject private FlowRepository flows;
  @Inject private ProcessCatalog catalog;

  StepDefinition.Interactive workOf(WorkItem item) {
    FulfillmentFlow flow = flows.find(item.flowId()).orElseThrow();
    FulfillmentFlowDefinition definition =
        catalog.require(flow.processName(), flow.processVersion()).bundle().flow(flow.name()).orElseThrow();
    Orchestration orchestration = FlowMachine.orchestrationOf(definition);
    return (StepDefinition.Interactive) orchestration.step(item.stepName()).orElseThrow().work();
  }
}
