package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a person does something to a case, and which state of it he decided on. */
@Schema(name = "CaseReason", requiredProperties = {"reason", "version"})
public record CaseReasonBody(
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Version of the case that the caller saw; a stale one is refused.") Optional<Integer> version) {

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing */
  CaseReasonBody require() {
    BodyCheck check = new BodyCheck();
    check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.present("/version", version);
    check.end();
    return this;
  }
}
