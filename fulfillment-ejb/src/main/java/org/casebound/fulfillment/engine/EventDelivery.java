package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.WaitingFor;
import org.casebound.fulfillment.persistence.FlowRepository;

/** Tells events from outside to the flows of a case. Works in the caller's transaction. */
@Dependent
public class EventDelivery {
  @Inject private FlowEngine engine;
  @Inject private FlowRepository flows;

  /**
   * Tells the flows that are under way; all of them ask their conditions again. Their locks, and those of flows that have not begun, are
   * held until the transaction ends, so a step that begins to await the event meanwhile finds it stored.
   *
   * @return whether a step awaited it
   */
  public boolean tell(long caseId, String name, Map<String, Object> data, String actor) {
    boolean awaited = false;
    for (FulfillmentFlow flow : flows.lockOpenOf(caseId)) {
      if (flow.state() == FlowState.NOT_STARTED || FlowState.TABLE.isFinal(flow.state())) {
        continue;
      }
      FlowContext context = engine.load(flow, actor);
      boolean mine =
          context.process().machine(flow).waitsFor(context.snapshot()).stream()
              .anyMatch(wait -> wait.kind() == WaitingFor.Kind.EVENT && wait.what().equals(name));
      awaited |= mine;
      if (mine || flow.state() != FlowState.SUSPENDED && !FlowState.TABLE.isFinal(flow.state())) {
        engine.advance(context, new FlowEvent.EventArrived(name, data));
      }
    }
    return awaited;
  }
}
