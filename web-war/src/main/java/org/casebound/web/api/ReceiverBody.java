package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person who gets a work item. */
@Schema(name = "Receiver", requiredProperties = "to")
public record ReceiverBody(
    @Schema(description = "User name of the person.", maxLength = 255) Optional<String> to,
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason) {

  /** @throws org.casebound.web.api.problem.ProblemException when nobody is named or a text is too long */
  ReceiverBody require() {
    BodyCheck check = new BodyCheck();
    check.required("/to", to);
    check.atMost("/to", to, BodyCheck.MAX_NAME);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    return this;
  }
}
