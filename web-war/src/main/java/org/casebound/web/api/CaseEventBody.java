package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that happened outside. */
@Schema(name = "CaseEvent", requiredProperties = {"id", "name"})
public record CaseEventBody(
    @Schema(description = "The sender's own id of the event; sending it again does no harm.", maxLength = 200) Optional<String> id,
    @Schema(description = "Name of the event, as flows await it.", maxLength = 80) Optional<String> name,
    @Schema(description = "What flows are told besides.") Optional<Map<String, Object>> data) {

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing */
  CaseEventBody require() {
    BodyCheck check = new BodyCheck();
    check.required("/id", id);
    check.atMost("/id", id, 200);
    check.required("/name", name);
    check.atMost("/name", name, 80);
    check.end();
    return this;
  }
}
