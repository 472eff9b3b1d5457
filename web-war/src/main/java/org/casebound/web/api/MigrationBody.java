package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.MigrationPlan;
import org.casebound.fulfillment.migration.MigrationRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How running flows move from one version of a process to another. */
@Schema(name = "Migration", requiredProperties = {"process", "fromVersion", "toVersion", "reason"})
public record MigrationBody(
    @Schema(description = "API name of the process.") Optional<String> process,
    @Schema(description = "Version that the flows run now.") Optional<Integer> fromVersion,
    @Schema(description = "Published version that they are to run.") Optional<Integer> toVersion,
    @Schema(description = "API name of the flow. Default: the fulfillment flow of the process.") Optional<String> flow,
    @Schema(description = "New name of a stage by its old name; those that keep their name are left out.")
        Optional<Map<String, String>> stages,
    @Schema(description = "New name of a step by its old name; those that keep their name are left out.")
        Optional<Map<String, String>> steps,
    @Schema(description = "For the history of each case.", maxLength = 4000) Optional<String> reason) {

  MigrationRequest toRequest() {
    BodyCheck check = new BodyCheck();
    String name = check.required("/process", process);
    check.present("/fromVersion", fromVersion);
    check.present("/toVersion", toVersion);
    String why = check.required("/reason", reason);
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    names(check, "/stages", stages);
    names(check, "/steps", steps);
    check.end();
    return new MigrationRequest(
        name,
        fromVersion.orElseThrow(),
        toVersion.orElseThrow(),
        flow,
        new MigrationPlan(stages.orElse(Map.of()), steps.orElse(Map.of())),
        why);
  }

  private static void names(BodyCheck check, String pointer, Optional<Map<String, String>> names) {
    names.ifPresent(map -> map.forEach((from, to) -> check.required(pointer + "/" + from, Optional.ofNullable(to))));
  }
}
