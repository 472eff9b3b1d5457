package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.desk.Correction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a failed step is tried again, and with which changed data. */
@Schema(name = "Retry", requiredProperties = "reason")
public record CorrectionBody(
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Variables of the flow that get new values before the step is tried again.")
        Optional<Map<String, Object>> variables,
    @Schema(description = "Attributes of the request that get new values before the step is tried again.")
        Optional<Map<String, Object>> request) {

  /** @throws org.casebound.web.api.problem.ProblemException when it can not be one, whatever the incident */
  Correction toCorrection() {
    BodyCheck check = new BodyCheck();
    String given = check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    Map<String, Object> variableValues = check.values("/variables", variables);
    Map<String, Object> requestValues = check.values("/request", request);
    check.end();
    return new Correction(given, variableValues, requestValues);
  }
}
