package org.casebound.web.api;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person who stands in for another for a time. */
@Schema(name = "NewSubstitution", requiredProperties = {"substitute", "from", "until"})
public record SubstitutionBody(
    @Schema(description = "User name of the person who is away; without one the caller.", maxLength = 255) Optional<String> absent,
    @Schema(description = "User name of the person who stands in.", maxLength = 255) Optional<String> substitute,
    @Schema(description = "First instant at which it holds.") Optional<Instant> from,
    @Schema(description = "First instant at which it does not hold any more.") Optional<Instant> until,
    @Schema(description = "Only for work of this queue.") Optional<String> queue,
    @Schema(description = "Only for work of this process.") Optional<String> process) {

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing or too long */
  SubstitutionBody require() {
    BodyCheck check = new BodyCheck();
    check.atMost("/absent", absent, BodyCheck.MAX_NAME);
    check.required("/substitute", substitute);
    check.atMost("/substitute", substitute, BodyCheck.MAX_NAME);
    check.present("/from", from);
    check.present("/until", until);
    check.end();
    return this;
  }
}
