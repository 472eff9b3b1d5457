package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.CaseLinkRepository;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Links a new case with the one that it follows. Works in the caller's transaction. */
@Dependent
class FollowUpFiling {
  @Inject private SeenCases seen;
  @Inject private CaseRepository cases;
  @Inject private CaseLinkRepository links;
  @Inject private CaseHistory history;
  @Inject private RecordIds ids;

  /**
   * The case that a request follows.
   *
   * @throws RequestRefused INTAKE-012 when it is none that the caller may see
   */
  Optional<Case> require(ServiceRequest request, Caller caller) {
    return request.followUpOf().map(number -> find(number, caller).orElseThrow(() -> new RequestRefused(List.of(unknown(number)))));
  }

  private Optional<Case> find(String number, Caller caller) {
    return CaseNumber.parse(number).filter(parsed -> seen.sees(parsed, caller)).flatMap(parsed -> cases.find(parsed.id()));
  }

  private static RequestRefused.Problem unknown(String number) {
    String shown = number.length() > 40 ? number.substring(0, 40) + "..." : number;
    return new RequestRefused.Problem("/followUpOf", "INTAKE-012", "'%s' is not the number of a case that you may see.".formatted(shown));
  }

  /** The new case follows the first. */
  void file(Case filed, Case first, Caller caller) {
    links.add(
        new CaseLink(ids.next(RecordKind.CASE_LINK), filed.number(), CaseRelation.FOLLOW_UP_OF, first.number(), "", caller.name(), filed.createdAt()));
    history.linked(filed, CaseRelation.FOLLOW_UP_OF, first, caller.name(), filed.createdAt());
  }
}
