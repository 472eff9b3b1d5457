package org.casebound.web.api;

import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another priority for a work item. */
@Schema(name = "PriorityChange", requiredProperties = "priority")
public record PriorityBody(
    Optional<Priority> priority, @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason) {

  /** @throws org.casebound.web.api.problem.ProblemException when there is none or the reason is too long */
  PriorityBody require() {
    BodyCheck check = new BodyCheck();
    check.present("/priority", priority);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    return this;
  }
}
