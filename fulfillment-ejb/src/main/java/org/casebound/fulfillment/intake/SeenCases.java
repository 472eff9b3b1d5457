package org.casebound.fulfillment.intake;

import org.casebound.domain.cases.CaseNumber;
import org.casebound.fulfillment.config.Caller;

/** Knows which cases somebody may see. */
@FunctionalInterface
public interface SeenCases {
  /** Whether there is such a case and the caller may see it. */
  boolean sees(CaseNumber number, Caller caller);
}
