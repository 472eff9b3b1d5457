package org.casebound.domain.definition;

import java.util.Optional;

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
  TOGGLE("Toggle"),
  PICKLIST("Picklist"),
  RADIO_BUTTON("RadioButton"),
  MULTI_SELECT_PICKLIST("MultiSelectPicklist"),
  EMAIL("Email"),
  PHONE("Phone"),
  URL("Url"),
  IP_ADDRESS("IPAddress"),
  /** A case, by its number. */
  LOOKUP("Lookup"),
  /** A queue, by its name. */
  QUEUE("Queue"),
  /** A file of the request, by its name. */
  ATTACHMENT("Attachment"),
  /** Files of the request, by their names. */
  LIST_OF_ATTACHMENT("ListOfAttachment"),
  LIST_OF_STRING("ListOfString"),
  LIST_OF_INTEGER("ListOfInteger"),
  LIST_OF_DOUBLE("ListOfDouble"),
  LIST_OF_BOOLEAN("ListOfBoolean"),
  /** One value for each of its columns. */
  MAP("Map"),
  /** Rows with one value for each column. */
  LIST_OF_MAPS("ListOfMaps"),
  /** Tells something in the form and has no value. */
  DISPLAY_TEXT("DisplayText");

  private final String yamlName;

  AttributeType(String yamlName) {
    this.yamlName = yamlName;
  }

  /** The name used in bundles. */
  public String yamlName() {
    return yamlName;
  }

  /** Whether a value is true or false. */
  public boolean isTruth() {
    return this == CHECKBOX || this == TOGGLE;
  }

  /** Whether a request has a value of it. */
  public boolean hasValue() {
    return this != DISPLAY_TEXT;
  }

  /** Whether a value names files of the request. */
  public boolean isFile() {
    return this == ATTACHMENT || this == LIST_OF_ATTACHMENT;
  }

  /** Whether a value names something that is kept elsewhere. */
  public boolean isReference() {
    return this == LOOKUP || this == QUEUE || isFile();
  }

  /** Whether a value has named columns. */
  public boolean hasColumns() {
    return this == MAP || this == LIST_OF_MAPS;
  }

  /** Whether a value is a list of rows, which min and max count. */
  public boolean hasRows() {
    return this == LIST_OF_MAPS || item().isPresent();
  }

  /** What each row of a list of plain values is; empty for all other types. */
  public Optional<AttributeType> item() {
    return switch (this) {
      case LIST_OF_STRING, LIST_OF_ATTACHMENT -> Optional.of(TEXT);
      case LIST_OF_INTEGER -> Optional.of(INTEGER);
      case LIST_OF_DOUBLE -> Optional.of(NUMBER);
      case LIST_OF_BOOLEAN -> Optional.of(CHECKBOX);
      default -> Optional.empty();
    };
  }
}
