package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.cases.Case;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.engine.FlowSuspension;
import org.casebound.fulfillment.persistence.CaseRepository;

/** Cancels, suspends and resumes flows for a person. Works in the caller's transaction, which has made sure that he may. */
@Dependent
public class FlowRemedies {
  @Inject private FlowEngine engine;
  @Inject private FlowSuspension suspension;
  @Inject private CaseRepository cases;
  @Inject private CaseClocks clocks;

  /** @throws RuleViolation FLOW-001 when it has ended, OPS-001 without a reason */
  public FulfillmentFlow cancel(long id, String reason, String actor) {
    return tell(id, new FlowEvent.Canceled(required(reason)), actor);
  }

  /**
   * Sends a flow back to a stage that it has entered before.
   *
   * @throws RuleViolation FLOW-001 when it is neither in progress nor stopped, FLOW-004 when the stage may not be entered again, FLOW-015 when it
   *     was not in that stage yet, OPS-001 without a reason
   */
  public FulfillmentFlow sendBack(long id, String stage, String reason, String actor) {
    return tell(id, new FlowEvent.SentBack(stage, required(reason)), actor);
  }

  /**
   * Suspends a flow.
   *
   * @param holdTimers whether waits of the flow stand still, too
   * @param pauseClocks whether the promised times of the case and the due dates of its work stand still, too
   * @throws RuleViolation FLOW-001 when it is not in progress, OPS-001 without a reason
   */
  public FulfillmentFlow suspend(long id, String reason, boolean holdTimers, boolean pauseClocks, String actor) {
    FulfillmentFlow flow = engine.lock(id);
    suspension.suspend(flow, required(reason), holdTimers, actor);
    if (pauseClocks) {
      Case worked = cases.lock(flow.caseId()).orElseThrow();
      flow.pausedClocks(clocks.pause(worked, reason.strip(), actor) > 0);
    }
    return flow;
  }

  /** @throws RuleViolation FLOW-001 when it is not suspended */
  public FulfillmentFlow resume(long id, String actor) {
    FulfillmentFlow flow = engine.lock(id);
    if (flow.clocksPaused()) {
      clocks.resume(cases.lock(flow.caseId()).orElseThrow(), actor);
      flow.pausedClocks(false);
    }
    suspension.resume(flow, actor);
    return flow;
  }

  /** Tells a flow what happened. */
  FulfillmentFlow tell(long id, FlowEvent event, String actor) {
    FulfillmentFlow flow = engine.lock(id);
    engine.on(flow, event, actor);
    return flow;
  }

  private static String required(String reason) {
    if (reason.isBlank()) {
      throw new RuleViolation("OPS-001", "Say in a few words why.");
    }
    return reason.strip();
  }
}
