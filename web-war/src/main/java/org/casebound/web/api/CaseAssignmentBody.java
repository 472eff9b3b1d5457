package org.casebound.web.api;

import java.util.Optional;
import org.casebound.domain.cases.Owner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who gets a case. */
@Schema(name = "CaseAssignment", requiredProperties = "version")
public record CaseAssignmentBody(
    @Schema(description = "User name of the person who gets it. Give one of user and queue.", maxLength = 255) Optional<String> user,
    @Schema(description = "Name of the queue that it moves to.", maxLength = 80) Optional<String> queue,
    @Schema(description = "Version of the case that the caller saw; a stale one is refused.") Optional<Integer> version) {

  private static final int MAX_USER_NAME = 255;
  private static final int MAX_QUEUE_NAME = 80;

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing, or both or none is named */
  CaseAssignmentBody require() {
    BodyCheck check = new BodyCheck();
    check.present("/version", version);
    check.oneOf("/user", user, "/queue", queue);
    check.atMost("/user", user, MAX_USER_NAME);
    check.atMost("/queue", queue, MAX_QUEUE_NAME);
    check.end();
    return this;
  }

  Owner owner() {
    return user.map(name -> Owner.user(name.strip())).orElseGet(() -> Owner.queue(queue.orElseThrow()));
  }
}
