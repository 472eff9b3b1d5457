package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a second person is needed to publish a process. */
@Schema(name = "PublicationRule", requiredProperties = "fourEyes")
public record PublicationRuleBody(
    @Schema(description = "Whether nobody publishes a draft that he wrote a part of.") Optional<Boolean> fourEyes) {

  boolean require() {
    BodyCheck check = new BodyCheck();
    check.present("/fourEyes", fourEyes);
    check.end();
    return fourEyes.orElseThrow();
  }
}
