package org.casebound.fulfillment.system;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.IncidentFilter;
import org.casebound.fulfillment.desk.NodeDesk;
import org.casebound.fulfillment.desk.NodeView;
import org.casebound.fulfillment.desk.TimerDesk;
import org.casebound.fulfillment.persistence.CircuitRepository;
import org.casebound.fulfillment.persistence.FlowListRepository;
import org.casebound.fulfillment.persistence.IncidentRepository;

/** Counts the state of the installation, without a word of what cases are about. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SupportFigures {
  private static final int PROCESS = 0;
  private static final int STATE = 2;
  private static final int FIRST_COUNT = 4;
  private static final int CODE = 2;
  private static final int COUNT = 4;
  private static final int MOST_CAUSES = 1_000;

  @Inject private FlowListRepository flows;
  @Inject private IncidentRepository incidents;
  @Inject private CircuitRepository circuits;
  @Inject private TimerDesk timers;
  @Inject private NodeDesk nodes;
  @Inject private Clock clock;

  /** How many there are of what; of incidents those of the thousand causes with most. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public SupportBundle.Counts counts() {
    return new SupportBundle.Counts(
        flows(clock.instant()),
        incidents.groups(IncidentFilter.ALL, MOST_CAUSES).stream()
            .collect(Collectors.groupingBy(row -> (String) row[CODE], TreeMap::new, Collectors.summingLong(row -> number(row[COUNT])))),
        timers.counts(),
        circuits.all().stream().map(one -> new SupportBundle.CircuitLine(one.connector(), one.state(), one.since())).toList());
  }

  /** The nodes, those seen last first. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public List<NodeView> nodes() {
    return nodes.all();
  }

  private Map<String, Map<FlowState, Long>> flows(Instant now) {
    return flows.census(now).stream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row[PROCESS],
                TreeMap::new,
                Collectors.groupingBy(row -> (FlowState) row[STATE], TreeMap::new, Collectors.summingLong(SupportFigures::ofAllAges))));
  }

  private static long ofAllAges(Object... row) {
    long all = 0;
    for (int band = FIRST_COUNT; band < row.length; band++) {
      all += number(row[band]);
    }
    return all;
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
