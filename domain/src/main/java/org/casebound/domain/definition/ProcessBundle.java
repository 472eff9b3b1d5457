package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;
import org.casebound.domain.integration.IntegrationDefinition;

/** A service process with everything it needs, and no secrets: what moves between installations. */
public record ProcessBundle(
    ServiceProcessDefinition process,
    List<FulfillmentFlowDefinition> flows,
    List<IntegrationDefinition> integrations,
    List<QueueDefinition> queues,
    List<CalendarDefinition> calendars,
    List<Scenario> scenarios) {
  public ProcessBundle {
    flows = List.copyOf(flows);
    integrations = List.copyOf(integrations);
    queues = List.copyOf(queues);
    calendars = List.copyOf(calendars);
    scenarios = List.copyOf(scenarios);
  }

  /** The flow of that name. */
  public Optional<FulfillmentFlowDefinition> flow(String name) {
    return flows.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** The integration of that name. */
  public Optional<IntegrationDefinition> integration(String name) {
    return integrations.stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** The calendar of that name. */
  public Optional<CalendarDefinition> calendar(String name) {
    return calendars.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
