package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.desk.Skip;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a failed step is skipped. */
@Schema(name = "Skip", requiredProperties = "reason")
public record SkipBody(
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Outcome that the step is to have: one of its own, or 'done' for a step without a person.", defaultValue = "done")
        Optional<String> outcome,
    @Schema(description = "Values of its form, or its outputs.") Optional<Map<String, Object>> data) {

  /** @throws org.casebound.web.api.problem.ProblemException when it can not be one, whatever the incident */
  Skip toSkip() {
    BodyCheck check = new BodyCheck();
    String given = check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    Map<String, Object> values = check.values("/data", data);
    check.end();
    return new Skip(given, outcome.orElse("done"), values);
  }
}
