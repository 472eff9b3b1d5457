package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The queue that gets a work item. */
@Schema(name = "QueueMove", requiredProperties = "queue")
public record QueueBody(
    @Schema(description = "Name of the queue.", maxLength = 80) Optional<String> queue,
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason) {

  /** @throws org.casebound.web.api.problem.ProblemException when no queue is named or a text is too long */
  QueueBody require() {
    BodyCheck check = new BodyCheck();
    check.required("/queue", queue);
    check.atMost("/queue", queue, BodyCheck.MAX_NAME);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    return this;
  }
}
