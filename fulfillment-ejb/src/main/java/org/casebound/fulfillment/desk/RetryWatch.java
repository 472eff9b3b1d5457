package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.RetryProgress;
import org.casebound.domain.flow.Step;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.IncidentRepository;

/** Looks what became of retries, of many in three statements. Works in the caller's transaction. */
@Dependent
public class RetryWatch {
  @Inject private FlowRepository flows;
  @Inject private IncidentRepository incidents;

  /**
   * What became of each, by the id of its incident.
   *
   * @param retried incidents that people let be tried again
   */
  public Map<Long, RetryProgress> of(Collection<Incident> retried) {
    if (retried.isEmpty()) {
      return Map.of();
    }
    List<Long> ids = retried.stream().map(Incident::flowId).distinct().toList();
    Map<Long, FulfillmentFlow> found = flows.read(ids).stream().collect(Collectors.toMap(FulfillmentFlow::id, Function.identity()));
    Map<Long, List<Step>> steps = flows.stepsOf(ids).stream().collect(Collectors.groupingBy(Step::flowId));
    Map<Long, List<Incident>> later = incidents.ofFlows(ids).stream().collect(Collectors.groupingBy(Incident::flowId));
    Map<Long, RetryProgress> progress = new HashMap<>();
    for (Incident incident : retried) {
      long flow = incident.flowId();
      progress.put(
          incident.id(),
          RetryProgress.of(incident, found.get(flow), steps.getOrDefault(flow, List.of()), later.getOrDefault(flow, List.of())));
    }
    return progress;
  }
}
