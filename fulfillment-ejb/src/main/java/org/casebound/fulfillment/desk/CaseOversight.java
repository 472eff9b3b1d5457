package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.cases.CaseChanges;
import org.casebound.fulfillment.cases.CaseCourse;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What people do about a case without working it: hand it over, reopen it, stop and start its promised times. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CaseOversight {
  @Inject private FlowRepository flows;
  @Inject private CaseAccess access;
  @Inject private CaseChanges changes;
  @Inject private CaseCourse course;
  @Inject private CaseClocks clocks;
  @Inject private CaseHistory history;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Gives a case to a person or moves it to another queue, whoever has it.
   *
   * @param version the version the caller saw
   * @throws UnknownRecord when there is no such case or no such queue
   * @throws org.casebound.domain.shared.StaleRecord CASE-004 when it changed meanwhile, CASE-005 when it is closed
   */
  @RolesAllowed(Caller.LEAD)
  public void assign(String number, Owner to, int version) {
    Caller caller = Caller.of(context);
    Case assigned = access.lock(access.require(number, caller));
    assigned.requireVersion(version);
    if (to.kind() == Owner.Kind.QUEUE && catalog.queues().stream().noneMatch(queue -> queue.name().equals(to.name()))) {
      throw new UnknownRecord("queue", to.name());
    }
    changes.make(
        assigned,
        caller.name(),
        (process, request) -> {
          Owner before = assigned.owner();
          CaseStatus status = assigned.status();
          assigned.assign(to);
          if (flows.flowsOf(assigned.id()).stream().anyMatch(flow -> flow.state() == FlowState.ERROR)) {
            assigned.progress(CaseStatus.ESCALATED);
          }
          history.caseChanged(assigned, status, caller.name(), "assigned", clock.instant());
          history.owner(assigned, before, caller.name(), clock.instant());
        });
  }

  /**
   * Reopens a closed case; it waits in its queue to be worked by hand, and its promised times run anew.
   *
   * @param reason why, for the history
   * @throws RuleViolation CASE-013 without a reason
   * @throws ForbiddenAction CASE-012 when the caller does not belong to the home queue of the case
   * @throws org.casebound.domain.shared.StaleRecord CASE-004 when it changed meanwhile, CASE-011 when it is open
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void reopen(String number, String reason, int version) {
    String why = reasonOf(reason, "CASE-013", "Say in a few words why the case is reopened.");
    Caller caller = Caller.of(context);
    Case reopened = access.requireSteered(number, caller);
    reopened.requireVersion(version);
    changes.make(
        reopened,
        caller.name(),
        (process, request) -> {
          CaseStatus before = reopened.status();
          reopened.reopen();
          history.caseChanged(reopened, before, caller.name(), why, clock.instant());
          course.reopened(reopened, process, clock.instant());
        });
  }

  /**
   * Stops the clocks of a case's promised times, and of its open work.
   *
   * @param reason what it waits for, e.g. "waiting for customer"; everybody who sees the case reads it
   * @throws RuleViolation SLA-005 without a reason, SLA-006 when no promised time of the case runs
   * @throws ForbiddenAction CASE-012 when the caller neither has the case nor belongs to its queue
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void pause(String number, String reason) {
    String why = reasonOf(reason, "SLA-005", "Say in a few words what the case waits for.");
    Caller caller = Caller.of(context);
    Case paused = access.requireSteered(number, caller);
    paused.requireOpen();
    if (clocks.pause(paused, why, caller.name()) == 0) {
      throw new RuleViolation("SLA-006", "No promised time of case %s is running.".formatted(number));
    }
  }

  /**
   * Starts the paused clocks of a case again.
   *
   * @throws RuleViolation SLA-007 when none is paused
   * @throws ForbiddenAction CASE-012 when the caller neither has the case nor belongs to its queue
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void resume(String number) {
    Caller caller = Caller.of(context);
    Case resumed = access.requireSteered(number, caller);
    if (clocks.resume(resumed, caller.name()) == 0) {
      throw new RuleViolation("SLA-007", "No promised time of case %s is paused.".formatted(number));
    }
  }

  private static String reasonOf(String reason, String code, String missing) {
    if (reason.isBlank()) {
      throw new RuleViolation(code, missing);
    }
    return reason.strip();
  }
}
