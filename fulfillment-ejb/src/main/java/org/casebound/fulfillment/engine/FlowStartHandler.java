package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.fulfillment.due.DueTaskHandler;

/** Starts a flow whose trigger has an async path. */
@ApplicationScoped
public class FlowStartHandler implements DueTaskHandler {
  @Inject private FlowEngine engine;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.FLOW_START;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    FulfillmentFlow flow = engine.lock(task.subjectId());
    if (flow.state() == FlowState.NOT_STARTED) {
      engine.on(flow, new FlowEvent.Started(), HistoryEntry.SYSTEM);
    }
  }
}
