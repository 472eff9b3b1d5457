package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.Incident;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.webhook.WebhookOutbox;

/** Raises incidents, and settles those that have become pointless. Works in the caller's transaction. */
@Dependent
class Incidents {
  @Inject private FlowRepository flows;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private WebhookOutbox outbox;

  /**
   * A person must decide.
   *
   * @param step the step that stopped; empty when the flow stopped between steps
   */
  void raise(FlowContext context, String step, String code, String message) {
    Incident incident =
        new Incident(ids.next(RecordKind.INCIDENT), context.flow(), step, context.connectorOf(step), code, message, context.now());
    records.add(incident);
    outbox.incident(incident, context.flow(), context.now());
    FulfillmentLog.LOG.incident(context.workedCase().number().toString(), context.flow().name(), code, step, message);
  }

  /** A failed flow that goes on or ends leaves nothing to decide; what is still broken is raised again. */
  void settle(FlowContext context) {
    if (context.flow().state() == FlowState.ERROR) {
      flows.openIncidentsOf(context.flow().id()).forEach(incident -> resolve(context, incident));
    }
  }

  private void resolve(FlowContext context, Incident incident) {
    incident.resolve(context.actor(), context.now());
    outbox.incident(incident, context.flow(), context.now());
  }
}
