package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.IncidentDecision;
import org.casebound.domain.cases.CaseNumber;

/**
 * One open incident.
 *
 * @param process API name of the process whose flow stopped
 * @param flowId the flow that stopped
 * @param step API name of the step that stopped; empty text when the flow stopped between steps
 * @param connector short name of the connector whose call failed; empty text when it was no call
 * @param message the cause, word for word
 * @param actions what can be done about it
 */
public record IncidentSummary(
    long id,
    String caseNumber,
    String process,
    long flowId,
    String step,
    String connector,
    String code,
    String message,
    Instant raisedAt,
    List<IncidentDecision> actions) {
  public IncidentSummary {
    actions = List.copyOf(actions);
  }

  static IncidentSummary of(Incident incident) {
    return new IncidentSummary(
        incident.id(),
        new CaseNumber(incident.caseId()).toString(),
        incident.processName(),
        incident.flowId(),
        incident.stepName(),
        incident.connector(),
        incident.code(),
        incident.message(),
        incident.raisedAt(),
        incident.stepName().isEmpty()
            ? List.of(IncidentDecision.RETRY, IncidentDecision.CANCEL)
            : List.of(IncidentDecision.RETRY, IncidentDecision.SKIP, IncidentDecision.CANCEL));
  }
}
