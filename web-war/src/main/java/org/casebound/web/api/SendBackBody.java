package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a flow is sent back to. */
@Schema(name = "SendBack", requiredProperties = {"stage", "reason"})
public record SendBackBody(
    @Schema(description = "API name of a stage that the flow has entered before.", maxLength = SendBackBody.LONGEST_NAME) Optional<String> stage,
    @Schema(description = "For the history.", maxLength = ReasonBody.MAX_REASON) Optional<String> reason) {
  static final int LONGEST_NAME = 255;

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing or too long */
  SendBackBody require() {
    BodyCheck check = new BodyCheck();
    check.required("/stage", stage);
    check.atMost("/stage", stage, LONGEST_NAME);
    check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    return this;
  }
}
