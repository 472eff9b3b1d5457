package org.casebound.web.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.shared.Sensitivity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value that a request carries or that completing a work item enters. */
@Schema(name = "Attribute", requiredProperties = {"name", "label", "type", "required", "sensitivity"})
public record AttributeBody(
    String name,
    String label,
    String description,
    @Schema(description = "Data type, as bundles name it.", examples = "Text") String type,
    @Schema(description = "Section of the form.") String group,
    boolean required,
    Optional<String> defaultValue,
    @Schema(description = "Regular expression that the whole text must match.") Optional<String> pattern,
    @Schema(description = "Least number, length of a text or number of rows.") Optional<BigDecimal> min,
    @Schema(description = "Greatest number, length of a text or number of rows.") Optional<BigDecimal> max,
    @Schema(description = "Permitted values of a choice.") List<AttributeDefinition.Option> options,
    @Schema(description = "What a Map holds, or each row of a ListOfMaps.") List<AttributeBody> columns,
    @Schema(description = "CEL condition over the attributes before it.") Optional<String> visibleWhen,
    Sensitivity sensitivity) {

  static AttributeBody of(AttributeDefinition attribute) {
    return new AttributeBody(
        attribute.name(),
        attribute.label(),
        attribute.description(),
        attribute.type().yamlName(),
        attribute.group(),
        attribute.required(),
        attribute.defaultValue(),
        attribute.pattern(),
        attribute.min(),
        attribute.max(),
        attribute.options(),
        attribute.columns().stream().map(AttributeBody::of).toList(),
        attribute.visibleWhen(),
        attribute.sensitivity());
  }
}
