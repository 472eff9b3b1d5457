package org.casebound.web.console;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.jspecify.annotations.Nullable;

/** Another value for one attribute of a request, as it is typed into a form before a retry. */
public final class ChangedValue implements Serializable {
  private static final long serialVersionUID = 1L;

  private String attribute = "";
  private String value = "";

  /** What can be changed: base attributes are fields of the case, and not among them. */
  static List<AttributeDefinition> changeable(List<ServiceProcessDefinition> active, String process) {
    return active.stream()
        .filter(each -> each.name().equals(process))
        .flatMap(each -> each.attributes().stream())
        .filter(each -> each.binding().isEmpty() && each.type().hasValue() && !each.type().hasColumns())
        .toList();
  }

  /** The new value in its type; none when no attribute was chosen. */
  Map<String, Object> in(List<AttributeDefinition> attributes) {
    return attributes.stream()
        .filter(each -> each.name().equals(attribute))
        .findFirst()
        .map(each -> Map.of(each.name(), AttributeValidation.fromText(each, value)))
        .orElse(Map.of());
  }

  public String getAttribute() {
    return attribute;
  }

  public void setAttribute(@Nullable String attribute) {
    this.attribute = attribute == null ? "" : attribute;
  }

  public String getValue() {
    return value;
  }

  public void setValue(@Nullable String value) {
    this.value = value == null ? "" : value;
  }
}
