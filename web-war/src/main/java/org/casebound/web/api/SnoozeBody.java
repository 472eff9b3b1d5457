package org.casebound.web.api;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a work item is put off, and what it waits for. */
@Schema(name = "Snooze", requiredProperties = {"until", "reason"})
public record SnoozeBody(
    @Schema(description = "Within 90 days.") Optional<Instant> until,
    @Schema(description = "What it waits for.", maxLength = 4000) Optional<String> reason) {

  /** @throws org.casebound.web.api.problem.ProblemException when a member is missing or the reason is too long */
  SnoozeBody require() {
    BodyCheck check = new BodyCheck();
    check.present("/until", until);
    check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    return this;
  }
}
