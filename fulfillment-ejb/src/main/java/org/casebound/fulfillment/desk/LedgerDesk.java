package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.LedgerRepository;

/** What operators see of the effect ledger: every call, its tries and how it ended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LedgerDesk {
  @Inject private LedgerRepository ledger;

  /**
   * Tries of calls, newest first.
   *
   * @throws UnknownRecord when the case number is none
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<LedgerLine> page(LedgerQuery query) {
    int size = Cursor.size(query.size());
    Optional<Long> caseId = query.caseNumber().map(LedgerDesk::caseId);
    List<StepAttempt> found =
        ledger.list(
            new LedgerRepository.Filter(
                caseId, query.connector(), query.outcome(), query.inDoubt(), Cursor.before(query.cursor()), size + 1));
    return Cursor.page(found, size, StepAttempt::id, LedgerLine::of);
  }

  private static long caseId(String number) {
    return CaseNumber.parse(number).map(CaseNumber::id).orElseThrow(() -> new UnknownRecord("case", number));
  }
}
