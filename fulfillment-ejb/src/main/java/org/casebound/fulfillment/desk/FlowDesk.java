package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.FlowListRepository;

/** What operators do with running flows. Everything they do is a row of the case's history, with their name and reason. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class FlowDesk {
  @Inject private FlowListRepository lists;
  @Inject private FlowRemedies remedies;
  @Inject private DefinitionWords words;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** Flows, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD, Caller.PROCESS_OWNER})
  public Page<FlowSummary> page(FlowQuery query) {
    int size = Cursor.size(query.size());
    List<FulfillmentFlow> found = lists.list(query.filter(), clock.instant(), Cursor.before(query.cursor()), size + 1);
    return Cursor.page(found, size, FulfillmentFlow::id, this::summary);
  }

  /** How many flows have not ended, by everything that {@link #page} can be narrowed down by. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD, Caller.PROCESS_OWNER})
  public FlowCensus census() {
    List<FlowCensus.Cell> cells = new ArrayList<>();
    for (Object[] row : lists.census(clock.instant())) {
      for (AgeBand band : AgeBand.values()) {
        long count = ((Number) row[4 + band.ordinal()]).longValue();
        if (count > 0) {
          cells.add(cell(row, band, count));
        }
      }
    }
    return new FlowCensus(cells);
  }

  /** How many flows a list has. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD, Caller.PROCESS_OWNER})
  public long count(FlowFilter filter) {
    return lists.count(filter, clock.instant());
  }

  private FlowCensus.Cell cell(Object[] row, AgeBand age, long count) {
    String process = (String) row[0];
    int version = (Integer) row[1];
    String stage = Optional.ofNullable((String) row[3]).orElse("");
    return new FlowCensus.Cell(
        process,
        words.process(process, version),
        version,
        (FlowState) row[2],
        stage,
        words.stage(process, version, stage),
        age,
        count);
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
    return summary(remedies.cancel(id, reason, actor()));
  }

  /**
   * Sends a flow back to a stage that it has entered before, also one that has stopped: what is open in its stage ends, open work items are
   * withdrawn, answers of calls that are out are not taken any more, and all steps of that stage begin anew. What was done is not undone.
   *
   * @param stage name of the stage
   * @throws org.casebound.domain.shared.UnknownRecord when there is no such flow
   * @throws RuleViolation FLOW-001 when it is neither in progress nor stopped, FLOW-004 when the stage may not be entered again, FLOW-015 when it
   *     was not in that stage yet, OPS-001 without a reason
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public FlowSummary sendBack(long id, String stage, String reason) {
    return summary(remedies.sendBack(id, stage, reason, actor()));
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
    return summary(remedies.suspend(id, reason, holdTimers, pauseClocks, actor()));
  }

  /**
   * Ends the suspension of a flow: it takes in what happened meanwhile, in order, and goes on.
   *
   * @throws RuleViolation FLOW-001 when it is not suspended
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public FlowSummary resume(long id) {
    return summary(remedies.resume(id, actor()));
  }

  /** Asks all conditions of a flow again. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION})
  public FlowSummary recheck(long id) {
    return summary(remedies.tell(id, new FlowEvent.Rechecked(), actor()));
  }

  private String actor() {
    return Caller.of(context).name();
  }

  private FlowSummary summary(FulfillmentFlow flow) {
    return new FlowSummary(
        flow.id(),
        new CaseNumber(flow.caseId()).toString(),
        flow.processName(),
        words.process(flow.processName(), flow.processVersion()),
        flow.processVersion(),
        flow.name(),
        flow.run(),
        flow.state(),
        flow.stage(),
        flow.stage().map(stage -> words.stage(flow.processName(), flow.processVersion(), stage)),
        flow.startedAt(),
        flow.endedAt(),
        flow.suspendedAt());
  }
}
