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
  @Inject private CaseHistory history;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** One open incident. */
  public record IncidentSummary(
      long id, String caseNumber, String step, String code, String message, Instant raisedAt) {}

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
                incident.stepName(),
                incident.code(),
                incident.message(),
                incident.raisedAt()));
  }

  /**
   * Lets the failed step go on where it stopped: a call is tried again under its key, after asking the back office what became
   * of it. That the step runs again does not say that it will succeed.
   *
   * @param reason kept in the history; must not be empty
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void retry(long incidentId, String reason) {
    if (reason.isBlank()) {
      throw new RuleViolation("INC-002", "Say in a few words why it is tried again.");
    }
    Caller caller = Caller.of(context);
    Incident incident =
        flows.incident(incidentId).orElseThrow(() -> new UnknownRecord("incident", incidentId));
    FulfillmentFlow flow = engine.lock(incident.flowId());
    if (incident.resolvedAt().isPresent()) {
      throw new StaleRecord("INC-001", "Incident %d is resolved already.".formatted(incidentId));
    }
    incident.resolve(caller.name(), clock.instant());
    history.retried(incident, caller.name(), reason.strip(), clock.instant());
    FlowEvent retried =
        incident.stepName().isEmpty() ? new FlowEvent.FlowRetried() : new FlowEvent.StepRetried(incident.stepName());
    engine.on(flow, retried, caller.name());
  }
}
