package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a flow is suspended. */
@Schema(name = "Suspension", requiredProperties = "reason")
public record SuspensionBody(
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Whether waits of the flow stand still, too; default true. Otherwise they run out and are told when the flow is resumed.")
        Optional<Boolean> holdTimers,
    @Schema(description = "Whether the promised times of the case and the due dates of its work stand still, too; default true.")
        Optional<Boolean> pauseClocks) {

  String require() {
    return new ReasonBody(reason).require();
  }
}
