package org.casebound.fulfillment.trigger;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.fulfillment.config.CurrentUser;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.persistence.CaseRepository.CaseFiled;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Starts the flows that a saved case triggers, inside the transaction that saves it: either case, request and flows are all
 * there, or none of them.
 */
@Dependent
public class FlowTrigger {
  @Inject private ProcessCatalog catalog;
  @Inject private FlowEngine engine;
  @Inject private CurrentUser user;

  void onFiled(@Observes CaseFiled event) {
    PublishedProcess process =
        catalog.require(event.filedCase().processName(), event.filedCase().processVersion());
    for (FulfillmentFlowDefinition flow : triggered(process)) {
      engine.startIf(
          flow.trigger().condition(), event.filedCase(), event.request(), process, flow, user.name());
    }
  }

  private static List<FulfillmentFlowDefinition> triggered(PublishedProcess process) {
    Optional<FulfillmentFlowDefinition> own = process.fulfillmentFlow();
    return own.stream()
        .sorted(Comparator.comparingInt(flow -> flow.trigger().order()))
        .toList();
  }
}
