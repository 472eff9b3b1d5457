package org.casebound.web.api;

import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service process as whoever files a request needs it. */
@Schema(name = "Process", requiredProperties = {"name", "version", "label", "usageType", "attributes", "documents"})
public record ProcessBody(
    @Schema(description = "API name, to be given in a service request.") String name,
    int version,
    String label,
    @Schema(description = "What it does, in a line of the catalog; null without one.") Optional<String> shortDescription,
    @Schema(description = "What it does, in full.") String description,
    String usageType,
    @Schema(description = "Group in the catalog.") String category,
    @Schema(description = "Picture in the catalog, as the format of bundles names it; null for the usual one.") Optional<String> icon,
    List<AttributeBody> attributes,
    List<DocumentRequirement> documents) {

  static ProcessBody of(ServiceProcessDefinition process) {
    return new ProcessBody(
        process.name(),
        process.version(),
        process.label(),
        process.shortDescription(),
        process.description(),
        process.usageType().yamlName(),
        process.category(),
        process.icon(),
        process.attributes().stream().map(AttributeBody::of).toList(),
        process.documents());
  }
}
