package org.casebound.web.api;

import java.util.Optional;
import org.casebound.domain.shared.Resolution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a case is closed by hand. */
@Schema(name = "CaseClosing", requiredProperties = {"resolution", "reason", "version"})
public record CaseClosingBody(
    Optional<Resolution> resolution,
    @Schema(description = "Why, for the requester and the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Version of the case that the caller saw; a stale one is refused.") Optional<Integer> version) {

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing */
  CaseClosingBody require() {
    BodyCheck check = new BodyCheck();
    check.present("/resolution", resolution);
    check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.present("/version", version);
    check.end();
    return this;
  }
}
