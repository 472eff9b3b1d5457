package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.IncidentDecision;
import org.casebound.domain.flow.RetryProgress;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.IncidentRepository;

/** What operators see of incidents, and what they do about them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class IncidentDesk {
  /** Most causes that are told apart. */
  public static final int MOST_GROUPS = 100;

  @Inject private IncidentRepository incidents;
  @Inject private FlowRepository flows;
  @Inject private IncidentRemedies remedies;
  @Inject private CorrectionCheck check;
  @Inject private RetryWatch retries;
  @Inject private DefinitionWords words;
  @Resource private SessionContext context;

  /** Open incidents, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<IncidentSummary> page(IncidentFilter filter, Optional<String> cursor, int size) {
    List<Incident> found = incidents.list(filter, Cursor.before(cursor), Cursor.size(size) + 1);
    return Cursor.page(found, size, Incident::id, IncidentSummary::of);
  }

  /** How many open incidents there are. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public long count(IncidentFilter filter) {
    return incidents.count(filter);
  }

  /** Causes of open incidents, those of most incidents first; at most {@value #MOST_GROUPS}. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public List<IncidentGroup> groups(IncidentFilter filter) {
    List<Object[]> rows = incidents.groups(filter, MOST_GROUPS);
    Map<Long, String> messages =
        incidents.read(rows.stream().map(row -> (Long) row[7]).toList()).stream()
            .collect(Collectors.toMap(Incident::id, Incident::message));
    return rows.stream().map(row -> group(row, messages)).toList();
  }

  private IncidentGroup group(Object[] row, Map<Long, String> messages) {
    String process = (String) row[0];
    String step = (String) row[1];
    return new IncidentGroup(
        process,
        words.process(process),
        step,
        words.step(process, step),
        (String) row[2],
        (String) row[3],
        (Long) row[4],
        (Instant) row[5],
        (Instant) row[6],
        messages.getOrDefault((Long) row[7], ""));
  }

  /**
   * One incident, open or resolved, and what became of it.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public IncidentDetail get(long id) {
    Incident incident = flows.incident(id).orElseThrow(() -> new UnknownRecord("incident", id));
    FulfillmentFlow flow = flows.find(incident.flowId()).orElseThrow();
    Optional<RetryProgress> retry =
        incident
            .decision()
            .filter(decision -> decision == IncidentDecision.RETRY)
            .map(decision -> retries.of(List.of(incident)).get(id));
    return new IncidentDetail(
        IncidentSummary.of(incident),
        words.process(flow.processName(), flow.processVersion()),
        words.step(flow.processName(), incident.stepName()),
        flow.processVersion(),
        flow.state(),
        incident.stepName().isEmpty() ? List.of() : check.outcomes(flow, incident.stepName()),
        incident.resolvedAt(),
        incident.resolvedBy(),
        incident.decision(),
        retry);
  }

  /**
   * Lets the failed step go on where it stopped, after data was mended if need be: a call is tried again under its key, after
   * asking the back office what became of it. That the step runs again does not say that it will succeed: {@link #get} does.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason
   * @throws org.casebound.fulfillment.intake.RequestRefused when a new value does not fit its attribute
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void retry(long incidentId, Correction correction) {
    remedies.retry(incidentId, correction, actor());
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
    remedies.skip(incidentId, skip, actor());
  }

  /**
   * Cancels the flow that stopped.
   *
   * @throws StaleRecord INC-001 when the incident is resolved already
   * @throws RuleViolation INC-002 without a reason
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void cancel(long incidentId, String reason) {
    remedies.cancel(incidentId, reason, actor());
  }

  private String actor() {
    return Caller.of(context).name();
  }
}
