package org.casebound.fulfillment.trigger;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.persistence.CaseRepository.CaseFiled;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Starts the fulfillment flow that a saved case triggers, inside the transaction that saves it: either case, request and flow
 * are all there, or none of them. A case without a flow stays in the queue of its process.
 */
@Dependent
public class FlowTrigger {
  @Inject private ProcessCatalog catalog;
  @Inject private FlowEngine engine;

  void onFiled(@Observes CaseFiled event) {
    PublishedProcess process =
        catalog.require(event.filedCase().processName(), event.filedCase().processVersion());
    process
        .fulfillmentFlow()
        .ifPresent(
            flow -> engine.startIf(event.filedCase(), event.request(), process, flow, event.actor()));
  }
}
