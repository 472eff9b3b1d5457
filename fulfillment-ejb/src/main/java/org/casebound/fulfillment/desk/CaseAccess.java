package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.cases.LockedCases;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseRepository;

/** Finds a case for a caller, and says what he may do with it. */
@Dependent
class CaseAccess {
  @Inject private CaseRepository cases;
  @Inject private LockedCases locked;
  @Inject private Visibility visibility;

  /**
   * A case that the caller may see.
   *
   * @throws UnknownRecord when there is none
   */
  Case require(String number, Caller caller) {
    return CaseNumber.parse(number)
        .flatMap(parsed -> find(parsed.id(), caller))
        .orElseThrow(() -> new UnknownRecord("case", number));
  }

  /** A case, if the caller may see it. */
  Optional<Case> find(long id, Caller caller) {
    return cases.find(id).filter(found -> visibility.sees(caller, found));
  }

  /**
   * The same for somebody who steers it, its row locked until the transaction ends.
   *
   * @throws UnknownRecord when there is none
   * @throws ForbiddenAction CASE-012 when he does not
   */
  Case requireSteered(String number, Caller caller) {
    return steered(require(number, caller), caller);
  }

  /** @see #requireSteered */
  Case steered(Case seen, Caller caller) {
    if (!steers(caller, seen)) {
      throw new ForbiddenAction("CASE-012", "Case %s belongs to the queue '%s', and you do not.".formatted(seen.number(), seen.homeQueue()));
    }
    return lock(seen);
  }

  /** The case, locked for a change. */
  Case lock(Case seen) {
    return locked.lock(seen.id()).orElseThrow();
  }

  /** Whether the caller may change the case whatever works it: he has it, or belongs to its home queue, as leads do everywhere. */
  static boolean steers(Caller caller, Case seen) {
    return caller.isMemberOf(seen.homeQueue()) || caller.works() && seen.owner().equals(Owner.user(caller.name()));
  }
}
