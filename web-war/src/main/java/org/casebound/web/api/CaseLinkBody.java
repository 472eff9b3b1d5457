package org.casebound.web.api;

import java.util.Optional;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseRelation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link with another case. */
@Schema(name = "CaseLink", requiredProperties = "number")
public record CaseLinkBody(
    @Schema(description = "The other case.", examples = "C-00000051") Optional<String> number,
    @Schema(description = "What the case is to the other one; without it they are only related.", implementation = CaseRelation.class)
        Optional<CaseRelation> relation,
    @Schema(description = "Why, for those who work the cases.", maxLength = CaseLink.LONGEST) Optional<String> reason) {

  /** @throws org.casebound.web.api.problem.ProblemException when the number is missing or the reason too long */
  CaseLinkBody require() {
    BodyCheck check = new BodyCheck();
    check.required("/number", number);
    check.atMost("/reason", reason, CaseLink.LONGEST);
    check.end();
    return this;
  }
}
