package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.IncidentDecision;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.webhook.WebhookOutbox;

/** Carries out what a person decides about an incident. Works in the caller's transaction, which has made sure that he may. */
@Dependent
public class IncidentRemedies {
  @Inject private FlowRepository flows;
  @Inject private FlowEngine engine;
  @Inject private CorrectionCheck check;
  @Inject private CaseHistory history;
  @Inject private WebhookOutbox outbox;
  @Inject private Clock clock;

  /**
   * Lets the failed step go on where it stopped, after data was mended if need be.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason
   * @throws org.casebound.fulfillment.intake.RequestRefused when a new value does not fit its attribute
   */
  public void retry(long incidentId, Correction correction, String actor) {
    Taken taken = take(incidentId, correction.reason(), IncidentDecision.RETRY, actor);
    if (correction.changesData()) {
      engine.on(
          taken.flow(), new FlowEvent.DataCorrected(correction.variables(), check.request(taken.flow(), correction, actor)), actor);
    }
    String step = taken.incident().stepName();
    engine.on(taken.flow(), step.isEmpty() ? new FlowEvent.FlowRetried() : new FlowEvent.StepRetried(step), actor);
  }

  /**
   * Ends the failed step as if it had been done.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason, INC-003 when no step failed
   * @throws org.casebound.fulfillment.intake.RequestRefused when outcome or data do not fit the step
   */
  public void skip(long incidentId, Skip skip, String actor) {
    Taken taken = take(incidentId, skip.reason(), IncidentDecision.SKIP, actor);
    String step = taken.incident().stepName();
    if (step.isEmpty()) {
      throw new RuleViolation("INC-003", "No step failed, so none can be skipped; retry, or cancel the flow.");
    }
    engine.on(
        taken.flow(),
        new FlowEvent.StepSkipped(step, actor, skip.outcome(), check.skipped(taken.flow(), step, skip, actor), skip.reason().strip()),
        actor);
  }

  /**
   * Cancels the flow that stopped.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason
   */
  public void cancel(long incidentId, String reason, String actor) {
    Taken taken = take(incidentId, reason, IncidentDecision.CANCEL, actor);
    engine.on(taken.flow(), new FlowEvent.Canceled(reason.strip()), actor);
  }

  /** An incident that a person has decided about, with its flow under lock. */
  private record Taken(Incident incident, FulfillmentFlow flow) {}

  private Taken take(long incidentId, String reason, IncidentDecision decision, String actor) {
    if (reason.isBlank()) {
      throw new RuleViolation("INC-002", "Say in a few words why.");
    }
    Incident incident = flows.incident(incidentId).orElseThrow(() -> new UnknownRecord("incident", incidentId));
    FulfillmentFlow flow = engine.lock(incident.flowId());
    if (incident.resolvedAt().isPresent()) {
      throw new StaleRecord("INC-001", "Incident %d is resolved already.".formatted(incidentId));
    }
    incident.decide(decision, actor, clock.instant());
    outbox.incident(incident, flow, clock.instant());
    history.decided(incident, actor, decision.name(), reason.strip(), clock.instant());
    return new Taken(incident, flow);
  }
}
