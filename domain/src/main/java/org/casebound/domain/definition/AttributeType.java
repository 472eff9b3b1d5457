package org.casebound.domain.definition;

/**
 * Data types of request attributes (specification, section A). The YAML name is the constant in camel case, e.g. {@code
 * MultilineText}.
 */
public enum AttributeType {
  TEXT("Text"),
  MULTILINE_TEXT("MultilineText"),
  NUMBER("Number"),
  INTEGER("Integer"),
  CURRENCY("Currency"),
  PERCENTAGE("Percentage"),
  DATE("Date"),
  DATETIME("Datetime"),
  CHECKBOX("Checkbox"),
  PICKLIST("Picklist"),
  RADIO_BUTTON("RadioButton"),
  MULTI_SELECT_PICKLIST("MultiSelectPicklist"),
  EMAIL("Email"),
  PHONE("Phone"),
  URL("Url"),
  IP_ADDRESS("IPAddress");

  private final String yamlName;

  AttributeType(String yamlName) {
    this.yamlName = yamlName;
  }

  /** The name used in bundles. */
  public String yamlName() {
    return yamlName;
  }
}
