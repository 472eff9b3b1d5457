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
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.due.DueTaskHandler;

/** Ends the waits of steps. One whose step has gone on, or whose flow has ended, is pointless. */
@ApplicationScoped
public class StepTimerHandler implements DueTaskHandler {
  private static final String TOO_LATE = "FLOW-001";

  @Inject private FlowEngine engine;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.STEP_TIMER;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    FulfillmentFlow flow = engine.lock(task.subjectId());
    if (FlowState.TABLE.isFinal(flow.state())) {
      return;
    }
    String element = String.valueOf(task.data().asMap().get(StepTimers.ELEMENT));
    try {
      engine.on(flow, new FlowEvent.TimerFired(task.name(), element), HistoryEntry.SYSTEM);
    } catch (RuleViolation refusal) {
      if (!refusal.code().equals(TOO_LATE)) {
        throw refusal;
      }
    }
  }
}
