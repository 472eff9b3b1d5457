package org.casebound.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.desk.Completion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a work item is completed. */
@Schema(name = "Completion", requiredProperties = "outcome")
public record CompletionBody(
    @Schema(description = "Name of one of the work item's outcomes.", examples = "approved") Optional<String> outcome,
    @Schema(description = "Values of the work item's fields.") Optional<Map<String, Object>> data,
    @Schema(description = "Reason or remark; required where the outcome asks for a reason.", maxLength = 4000)
        Optional<String> comment,
    @Schema(description = "Names of what was compared and checked; some outcomes need all of them.") Optional<List<String>> ticked,
    @Schema(description = "Version that the person saw; a stale one is refused.") Optional<Integer> version) {

  /** @throws org.casebound.web.api.problem.ProblemException when it can not be one, whatever the work item */
  Completion toCompletion() {
    BodyCheck check = new BodyCheck();
    String name = check.required("/outcome", outcome);
    Map<String, Object> values = check.values("/data", data);
    check.end();
    return new Completion(name, values, comment, ticked.orElse(List.of()).stream().map(String::valueOf).toList(), version);
  }
}
