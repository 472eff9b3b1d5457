package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which state of a case the caller decided on. */
@Schema(name = "CaseVersion", requiredProperties = "version")
public record CaseVersionBody(
    @Schema(description = "Version of the case that the caller saw; a stale one is refused.") Optional<Integer> version) {

  int require() {
    BodyCheck check = new BodyCheck();
    Optional<Integer> seen = check.present("/version", version);
    check.end();
    return seen.orElseThrow();
  }
}
