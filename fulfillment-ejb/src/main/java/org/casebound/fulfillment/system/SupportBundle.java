package org.casebound.fulfillment.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.integration.CircuitState;
import org.casebound.fulfillment.desk.NodeView;
import org.casebound.fulfillment.desk.TimerCount;

/** What support may be sent. Nobody writes free text into any of it, so nothing in it can be about a person. */
public record SupportBundle(SystemReport report, Counts counts, List<NodeView> nodes) {

  /**
   * How many there are of what.
   *
   * @param flows flows that have not ended, by process and state
   * @param incidents open incidents by code
   */
  public record Counts(
      Map<String, Map<FlowState, Long>> flows, Map<String, Long> incidents, List<TimerCount> dueTasks, List<CircuitLine> circuits) {}

  /**
   * A circuit that ever changed; who changed it and why is left out.
   *
   * @param since when it became what it is
   */
  public record CircuitLine(String connector, CircuitState state, Instant since) {}
}
