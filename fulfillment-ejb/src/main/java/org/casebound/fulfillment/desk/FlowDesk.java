package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.engine.FlowSuspension;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.FlowListRepository;

/** What operators do with running flows. Everything they do is a row of the case's history, with their name and reason. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class FlowDesk {
  @Inject private FlowListRepository lists;
  @Inject private FlowEngine engine;
  @Inject private FlowSuspension suspension;
  @Inject private CaseRepository cases;
  @Inject private CaseClocks clocks;
  @Resource private SessionContext context;

  /** Flows, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<FlowSummary> page(FlowQuery query) {
    int size = Cursor.size(query.size());
    List<FulfillmentFlow> found =
        lists.list(
            new FlowListRepository.Filter(
                query.process(), query.version(), query.state(), query.stage(), Cursor.before(query.cursor()), size + 1));
    return Cursor.page(found, size, FulfillmentFlow::id, FlowDesk::summary);
  }

  /**
   * Cancels a flow: what runs ends, open work items are withdrawn, and what completed steps declare as their undo runs. The case
   * stays open, to be worked by hand.
   *
   * @throws org.casebound.domain.shared.UnknownRecord when there is no such flow
   * @throws RuleViolation FLOW-001 when it has ended, OPS-001 without a reason
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public FlowSummary cancel(long id, String reason) {
    return tell(id, new FlowEvent.Canceled(required(reason)));
  }

  /**
   * Suspends a flow: nothing new starts. What runs goes on; what comes of it is kept and told to the flow when it is resumed.
   *
   * @param holdTimers whether waits of the flow stand still, too; otherwise they run out and are told at the resuming
   * @param pauseClocks whether the promised times of the case and the due dates of its work stand still, too
   * @throws RuleViolation FLOW-001 when it is not in progress, OPS-001 without a reason
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public FlowSummary suspend(long id, String reason, boolean holdTimers, boolean pauseClocks) {
    String actor = Caller.of(context).name();
    FulfillmentFlow flow = engine.lock(id);
    suspension.suspend(flow, required(reason), holdTimers, actor);
    if (pauseClocks) {
      Case worked = cases.lock(flow.caseId()).orElseThrow();
      flow.pausedClocks(clocks.pause(worked, reason.strip(), actor) > 0);
    }
    return summary(flow);
  }

  /**
   * Ends the suspension of a flow: it takes in what happened meanwhile, in order, and goes on.
   *
   * @throws RuleViolation FLOW-001 when it is not suspended
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public FlowSummary resume(long id) {
    String actor = Caller.of(context).name();
    FulfillmentFlow flow = engine.lock(id);
    if (flow.clocksPaused()) {
      clocks.resume(cases.lock(flow.caseId()).orElseThrow(), actor);
      flow.pausedClocks(false);
    }
    suspension.resume(flow, actor);
    return summary(flow);
  }

  /** Asks all conditions of a flow again. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION})
  public FlowSummary recheck(long id) {
    return tell(id, new FlowEvent.Rechecked());
  }

  private FlowSummary tell(long id, FlowEvent event) {
    FulfillmentFlow flow = engine.lock(id);
    engine.on(flow, event, Caller.of(context).name());
    return summary(flow);
  }

  private static String required(String reason) {
    if (reason.isBlank()) {
      throw new RuleViolation("OPS-001", "Say in a few words why.");
    }
    return reason.strip();
  }

  private static FlowSummary summary(FulfillmentFlow flow) {
    return new FlowSummary(
        flow.id(),
        new CaseNumber(flow.caseId()).toString(),
        flow.processName(),
        flow.processVersion(),
        flow.name(),
        flow.run(),
        flow.state(),
        flow.stage(),
        flow.startedAt(),
        flow.endedAt(),
        flow.suspendedAt());
  }
}
