package org.casebound.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.operation.BatchAction;
import org.casebound.fulfillment.operation.BatchRequest;
import org.casebound.fulfillment.operation.BatchTarget;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is to be done to all incidents or flows that match. */
@Schema(name = "Batch", requiredProperties = "action")
public record BatchBody(
    Optional<BatchAction> action,
    @Schema(description = "Default: INCIDENTS for RETRY and SKIP, FLOWS for the others. CANCEL can be done to the flows of incidents, too.")
        Optional<BatchTarget> target,
    @Schema(description = "API name of the process.") Optional<String> process,
    @Schema(description = "API name of the step that stopped; a dash for flows that stopped between steps. Of incidents.") Optional<String> step,
    @Schema(description = "Code of the cause. Of incidents.") Optional<String> code,
    @Schema(description = "Short name of the connector whose call failed; a dash for none. Of incidents.") Optional<String> connector,
    @Schema(description = "Version of the process. Of flows.") Optional<Integer> version,
    @Schema(description = "State. Of flows; without one, the state that the action can be done in.") Optional<FlowState> state,
    @Schema(description = "API name of the stage in progress. Of flows.") Optional<String> stage,
    @Schema(description = "How long ago it began: less than an hour, a day, seven days, or longer. Of flows.") Optional<AgeBand> age,
    @Schema(description = "For the history of each case; not needed for a preview.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Outcome that skipped steps get.", defaultValue = "done") Optional<String> outcome,
    @Schema(description = "How many targets are begun in a minute.", minimum = "1", maximum = "6000", defaultValue = "300")
        Optional<Integer> ratePerMinute) {

  /** @throws org.casebound.web.api.problem.ProblemException when it can not be one */
  BatchRequest toRequest(boolean needsReason) {
    BodyCheck check = new BodyCheck();
    check.present("/action", action);
    if (needsReason) {
      check.required("/reason", reason);
    }
    check.atMost("/reason", reason, ReasonBody.MAX_REASON);
    check.end();
    BatchAction todo = action.orElseThrow();
    return new BatchRequest(
        todo,
        target.orElse(todo.fits(BatchTarget.FLOWS) ? BatchTarget.FLOWS : BatchTarget.INCIDENTS),
        filter(),
        reason.orElse(""),
        outcome,
        ratePerMinute.orElse(BatchRequest.USUAL_PER_MINUTE));
  }

  private Map<String, String> filter() {
    Map<String, String> filter = new LinkedHashMap<>();
    process.ifPresent(value -> filter.put("process", value));
    step.ifPresent(value -> filter.put("step", value));
    code.ifPresent(value -> filter.put("code", value));
    connector.ifPresent(value -> filter.put("connector", value));
    version.ifPresent(value -> filter.put("version", value.toString()));
    state.ifPresent(value -> filter.put("state", value.name()));
    stage.ifPresent(value -> filter.put("stage", value));
    age.ifPresent(value -> filter.put("age", value.name()));
    return filter;
  }
}
