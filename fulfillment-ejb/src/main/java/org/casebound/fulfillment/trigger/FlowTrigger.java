package org.casebound.fulfillment.trigger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.RecordChange;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.engine.ChangedByFlow;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.engine.FlowStarts;
import org.casebound.fulfillment.persistence.CaseRepository.CaseFiled;
import org.casebound.fulfillment.persistence.CaseRepository.RecordChanged;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Starts the flows that a saved record triggers, inside the transaction that saves it: either record and flow are both there, or
 * none of them. A case without a flow stays in its queue. Thread-safe; one for all, because an observer of the dependent scope is
 * made anew for each event, with all that it needs.
 */
@ApplicationScoped
public class FlowTrigger {
  @Inject private ProcessCatalog catalog;
  @Inject private FlowStarts starts;
  @Inject private FlowEngine engine;
  @Inject private FlowRepository flows;

  void onFiled(@Observes CaseFiled event) {
    PublishedProcess process =
        catalog.require(event.filedCase().processName(), event.filedCase().processVersion());
    if (!process.triggeredFlows(true).isEmpty()) {
      RecordChange filed = starts.facts(process, event.filedCase(), event.request());
      starts.start(event.filedCase(), event.request(), process, filed, event.actor(), 0);
    }
  }

  /** A change starts flows, and running ones ask their conditions again. */
  void onChanged(@Observes RecordChanged event) {
    PublishedProcess process =
        catalog.require(event.changedCase().processName(), event.changedCase().processVersion());
    CaseFacts now = CaseFacts.of(process, event.changedCase(), event.request());
    RecordChange change =
        RecordChange.updated(event.caseBefore(), now.ofCase(), event.requestBefore(), now.ofRequest());
    if (!change.records().isEmpty()) {
      flows
          .lockRunningOf(event.changedCase().id())
          .forEach(flow -> engine.on(flow, new FlowEvent.Rechecked(), event.actor()));
      starts.start(event.changedCase(), event.request(), process, change, event.actor(), 0);
    }
  }

  void onChangedByFlow(@Observes ChangedByFlow event) {
    starts.start(
        event.changedCase(), event.request(), event.process(), event.change(), event.actor(), event.depth());
  }
}
