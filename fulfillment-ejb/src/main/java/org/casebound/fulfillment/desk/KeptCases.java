package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.persistence.RetentionRepository;

/** Keeps people from writing about a case after its personal data was erased: that would stay. Works in the caller's transaction. */
@Dependent
class KeptCases {
  @Inject private CaseAccess access;
  @Inject private RetentionRepository retention;

  /**
   * The case can be written about until the transaction ends: whoever erases locks it, too.
   *
   * @param code of the refusal
   * @param reason with the place of the number
   * @throws RuleViolation with that code when its personal data was erased
   */
  void require(Case about, String code, String reason) {
    if (about.status() == CaseStatus.CLOSED) {
      access.lock(about);
      if (retention.isErased(about.id())) {
        throw new RuleViolation(code, reason.formatted(about.number()));
      }
    }
  }
}
