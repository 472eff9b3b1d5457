package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.desk.RequestPatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is changed of a service request; what is left out stays as it is. */
@Schema(name = "ServiceRequestPatch", requiredProperties = "version")
public record ServiceRequestPatchBody(
    @Schema(description = "New values by attribute name; null takes a value away.") Optional<Map<String, Object>> attributes,
    @Schema(description = "New subject of the case.", maxLength = 255) Optional<String> subject,
    @Schema(description = "New priority of the case.") Optional<Priority> priority,
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Version of the request that the caller saw; a stale one is refused.") Optional<Integer> version,
    @Schema(description = "Version of the case that the caller saw; needed to change subject or priority.") Optional<Integer> caseVersion) {

  /** @throws org.casebound.web.api.problem.ProblemException when it can not be one, whatever the process */
  RequestPatch toPatch() {
    BodyCheck check = new BodyCheck();
    check.present("/version", version);
    if (subject.isPresent() || priority.isPresent()) {
      check.present("/caseVersion", caseVersion);
    }
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    Map<String, Object> values = check.changes("/attributes", attributes);
    check.end();
    return new RequestPatch(values, subject, priority, reason.orElse("").strip(), version.orElseThrow(), caseVersion);
  }
}
