package org.casebound.fulfillment.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.cases.LockedCases;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.RetentionRepository;

/** Holds on cases; each placing and lifting is a line of the case's history, too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LegalHoldDesk {
  @Inject private RetentionRepository retention;
  @Inject private CaseRepository cases;
  @Inject private LockedCases locked;
  @Inject private CaseHistory history;
  @Inject private RecordIds ids;
  @Inject private AdminChanges changes;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** The holds of a case, oldest first. */
  @RolesAllowed({Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<LegalHoldView> list(String caseNumber) {
    long id = CaseNumber.parse(caseNumber).map(CaseNumber::id).filter(number -> cases.find(number).isPresent()).orElseThrow(() -> unknown(caseNumber));
    return retention.holds(id).stream().map(LegalHoldView::of).toList();
  }

  /**
   * Forbids to erase or purge the case. Waits for a run that has it in hand.
   *
   * @throws RuleViolation RETAIN-001 without a reason, RETAIN-002 when it is held already
   */
  @RolesAllowed({Caller.LEAD, Caller.ADMINISTRATOR})
  public LegalHoldView place(String caseNumber, String reason) {
    Case held = lock(caseNumber);
    if (retention.activeHold(held.id()).isPresent()) {
      throw new RuleViolation("RETAIN-002", "Case %s is held already.".formatted(held.number()));
    }
    String user = Caller.of(context).name();
    LegalHold hold = new LegalHold(ids.next(RecordKind.LEGAL_HOLD), held.id(), reason, user, clock.instant());
    retention.add(hold);
    history.remark(held, user, "Legal hold placed: " + hold.reason(), clock.instant());
    keep(held, user, true);
    return LegalHoldView.of(hold);
  }

  /**
   * Lets the case be erased and purged again.
   *
   * @throws RuleViolation RETAIN-001 without a reason, RETAIN-003 when it is not held
   */
  @RolesAllowed({Caller.LEAD, Caller.ADMINISTRATOR})
  public LegalHoldView lift(String caseNumber, String reason) {
    Case held = lock(caseNumber);
    LegalHold hold =
        retention
            .activeHold(held.id())
            .orElseThrow(() -> new RuleViolation("RETAIN-003", "Case %s is not held.".formatted(held.number())));
    String user = Caller.of(context).name();
    hold.lift(reason, user, clock.instant());
    history.remark(held, user, "Legal hold lifted: " + reason.strip(), clock.instant());
    keep(held, user, false);
    return LegalHoldView.of(hold);
  }

  /** Without the reason, which may speak of a person: it is kept with the case and goes with it. */
  private void keep(Case held, String user, boolean now) {
    changes.keep(user, AdminChangeKind.LEGAL_HOLD, held.number().toString(), Map.of("held", !now), Map.of("held", now));
  }

  private Case lock(String caseNumber) {
    return CaseNumber.parse(caseNumber).flatMap(number -> locked.lock(number.id())).orElseThrow(() -> unknown(caseNumber));
  }

  private static UnknownRecord unknown(String caseNumber) {
    return new UnknownRecord("case", caseNumber);
  }
}
