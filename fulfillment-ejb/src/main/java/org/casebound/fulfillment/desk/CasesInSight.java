package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.SeenCases;

/** The cases that somebody finds by their numbers, too. */
@Dependent
class CasesInSight implements SeenCases {
  @Inject private CaseAccess access;

  @Override
  public boolean sees(CaseNumber number, Caller caller) {
    return access.find(number.id(), caller).isPresent();
  }
}
