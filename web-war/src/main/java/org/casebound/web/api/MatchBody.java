package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which call a reply answers. */
@Schema(name = "Match", requiredProperties = {"attempt", "reason"})
public record MatchBody(
    @Schema(description = "Id of a line of the effect ledger: a try of the call.") Optional<Long> attempt,
    @Schema(description = "For the history of the case.", maxLength = 4000) Optional<String> reason) {

  /** The body, when it is whole. */
  MatchBody checked() {
    BodyCheck check = new BodyCheck();
    check.present("/attempt", attempt);
    check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    return this;
  }
}
