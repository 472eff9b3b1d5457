package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a person did something. */
@Schema(name = "Reason", requiredProperties = "reason")
public record ReasonBody(
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason) {

  /** Longest reason, in characters. */
  static final int MAX_REASON = 4000;

  String require() {
    BodyCheck check = new BodyCheck();
    String given = check.required("/reason", reason);
    check.atMost("/reason", reason, MAX_REASON);
    check.end();
    return given;
  }
}
