package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.persistence.FlowRepository;

/** What operators do about incidents. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class IncidentDesk {
  @Inject private FlowRepository flows;
  @Inject private FlowEngine engine;
  @Inject private CorrectionCheck check;
  @Inject private CaseHistory history;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** What a person can do about an incident. */
  public enum Action {
    /** Try the step again where it stopped, with changed data if need be; a flow that stopped between steps goes on. */
    RETRY,
    /** End the failed step with a given outcome. */
    SKIP,
    /** Cancel the flow. */
    CANCEL
  }

  /**
   * One open incident.
   *
   * @param flowId the flow that stopped; what cancels it needs this
   * @param actions what can be done about it
   */
  public record IncidentSummary(
      long id,
      String caseNumber,
      long flowId,
      String step,
      String code,
      String message,
      Instant raisedAt,
      List<Action> actions) {}

  /** Open incidents, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<IncidentSummary> page(Optional<String> cursor, int size) {
    List<Incident> found = flows.openIncidents(Cursor.before(cursor), Cursor.size(size) + 1);
    return Cursor.page(
        found,
        size,
        Incident::id,
        incident ->
            new IncidentSummary(
                incident.id(),
                new CaseNumber(incident.caseId()).toString(),
                incident.flowId(),
                incident.stepName(),
                incident.code(),
                incident.message(),
                incident.raisedAt(),
                incident.stepName().isEmpty()
                    ? List.of(Action.RETRY, Action.CANCEL)
                    : List.of(Action.RETRY, Action.SKIP, Action.CANCEL)));
  }

  /**
   * Lets the failed step go on where it stopped, after data was mended if need be: a call is tried again under its key, after
   * asking the back office what became of it. That the step runs again does not say that it will succeed.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason
   * @throws org.casebound.fulfillment.intake.RequestRefused when a new value does not fit its attribute
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void retry(long incidentId, Correction correction) {
    Taken taken = take(incidentId, correction.reason(), "RETRY");
    if (correction.changesData()) {
      engine.on(
          taken.flow(),
          new FlowEvent.DataCorrected(correction.variables(), check.request(taken.flow(), correction)),
          taken.actor());
    }
    String step = taken.incident().stepName();
    engine.on(
        taken.flow(), step.isEmpty() ? new FlowEvent.FlowRetried() : new FlowEvent.StepRetried(step), taken.actor());
  }

  /**
   * Ends the failed step as if it had been done.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason, INC-003 when no step failed
   * @throws org.casebound.fulfillment.intake.RequestRefused when outcome or data do not fit the step
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void skip(long incidentId, Skip skip) {
    Taken taken = take(incidentId, skip.reason(), "SKIP");
    String step = taken.incident().stepName();
    if (step.isEmpty()) {
      throw new RuleViolation("INC-003", "No step failed, so none can be skipped; retry, or cancel the flow.");
    }
    engine.on(
        taken.flow(),
        new FlowEvent.StepSkipped(
            step, taken.actor(), skip.outcome(), check.skipped(taken.flow(), step, skip), skip.reason().strip()),
        taken.actor());
  }

  /** An incident that a person has decided about, with its flow under lock. */
  private record Taken(Incident incident, FulfillmentFlow flow, String actor) {}

  private Taken take(long incidentId, String reason, String decision) {
    if (reason.isBlank()) {
      throw new RuleViolation("INC-002", "Say in a few words why.");
    }
    String actor = Caller.of(context).name();
    Incident incident =
        flows.incident(incidentId).orElseThrow(() -> new UnknownRecord("incident", incidentId));
    FulfillmentFlow flow = engine.lock(incident.flowId());
    if (incident.resolvedAt().isPresent()) {
      throw new StaleRecord("INC-001", "Incident %d is resolved already.".formatted(incidentId));
    }
    incident.resolve(actor, clock.instant());
    history.decided(incident, actor, decision, reason.strip(), clock.instant());
    return new Taken(incident, flow, actor);
  }
}
