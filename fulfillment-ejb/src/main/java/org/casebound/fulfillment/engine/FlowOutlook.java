package org.casebound.fulfillment.engine;

import java.util.List;
import java.util.Map;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FlowSnapshot;

/** A flow at one moment, for looking ahead: nothing is stored. */
public final class FlowOutlook {
  private final FlowMachine machine;
  private final FlowSnapshot snapshot;

  FlowOutlook(FlowMachine machine, FlowSnapshot snapshot) {
    this.machine = machine;
    this.snapshot = snapshot;
  }

  /**
   * What an event would decide.
   *
   * @throws org.casebound.domain.shared.RuleViolation FLOW-001 when the event does not fit the state, EXPR-001 when an
   *     expression needs values that are not there yet
   */
  public List<Decision> after(FlowEvent event) {
    return machine.decide(snapshot, event);
  }

  /** What expressions see: {@code case}, {@code request}, {@code steps} and {@code vars}. */
  public Map<String, Object> facts() {
    return machine.facts(snapshot);
  }
}
