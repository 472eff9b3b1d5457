package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scenario to play a process with. */
@Schema(name = "ScenarioSample", requiredProperties = "scenario")
public record ScenarioBody(
    @Schema(description = "What would stand in a bundle under scenarios; the name may be left out.", type = SchemaType.OBJECT)
        Optional<Map<String, Object>> scenario) {

  /** @throws org.casebound.web.api.problem.ProblemException when it is missing or holds what no scenario can */
  Map<String, Object> require() {
    BodyCheck check = new BodyCheck();
    check.present("/scenario", scenario);
    Map<String, Object> values = check.values("/scenario", scenario);
    check.end();
    return values;
  }
}
