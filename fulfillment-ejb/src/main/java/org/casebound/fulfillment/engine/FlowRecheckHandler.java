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

/** Lets a flow ask its conditions again because another flow changed their case. One that is suspended asks when it is resumed. */
@ApplicationScoped
public class FlowRecheckHandler implements DueTaskHandler {
  @Inject private FlowEngine engine;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.FLOW_RECHECK;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    FulfillmentFlow flow = engine.lock(task.subjectId());
    if (flow.state() == FlowState.IN_PROGRESS || flow.state() == FlowState.ERROR) {
      engine.on(flow, new FlowEvent.Rechecked(), HistoryEntry.SYSTEM);
    }
  }
}
