package org.casebound.fulfillment.operation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.casebound.fulfillment.persistence.FlowListRepository;
import org.casebound.fulfillment.persistence.IncidentRepository;

/** Finds what a batch is about. */
@Dependent
class BatchTargets {
  @Inject private IncidentRepository incidents;
  @Inject private FlowListRepository flows;

  /** An incident or a flow. */
  record Target(long id, long flowId, long caseId, String step) {}

  /** How many there are. */
  long count(BatchRequest request, Instant now) {
    return request.target() == BatchTarget.INCIDENTS ? incidents.count(request.incidents()) : flows.count(request.flows(), now);
  }

  /** The oldest ones. */
  List<Target> find(BatchRequest request, Instant now, int most) {
    return request.target() == BatchTarget.INCIDENTS
        ? incidents.targets(request.incidents(), most).stream()
            .map(incident -> new Target(incident.id(), incident.flowId(), incident.caseId(), incident.stepName()))
            .toList()
        : flows.targets(request.flows(), now, most).stream()
            .map(row -> new Target((Long) row[0], (Long) row[0], (Long) row[1], ""))
            .toList();
  }
}
