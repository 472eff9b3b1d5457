package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.trial.IntegrationSample;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration and values to try it with. */
@Schema(name = "IntegrationSample")
public record SampleBody(
    @Schema(description = "Name of the active process that has the integration.") Optional<String> process,
    @Schema(description = "Name of the integration in that process.") Optional<String> integration,
    @Schema(description = "Instead of both: what would stand in a bundle under integrations.", type = SchemaType.OBJECT)
        Optional<Map<String, Object>> definition,
    @Schema(description = "What a call would give, by name of input.", type = SchemaType.OBJECT)
        Optional<Map<String, Object>> input,
    @Schema(description = "What the back office would answer.", type = SchemaType.OBJECT)
        Optional<Map<String, Object>> reply,
    @Schema(description = "Only of a test: make the call, with all its effects. Default false.") Optional<Boolean> really) {

  IntegrationSample toSample() {
    if (definition.isEmpty()) {
      BodyCheck check = new BodyCheck();
      check.required("/process", process);
      check.required("/integration", integration);
      check.end();
    }
    return new IntegrationSample(process, integration, definition, input.orElse(Map.of()), reply);
  }
}
