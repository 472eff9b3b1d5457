package org.casebound.fulfillment.outline;

import java.util.Arrays;
import java.util.List;
import org.casebound.domain.definition.AttributeType;

/**
 * One thing of a line that a form can change.
 *
 * @param path member of the line's map; a slash leads into a map below it, e.g. {@code interactive/queue}
 * @param choices what it can be; empty when anything
 */
public record OutlineField(String path, Kind kind, List<String> choices) {
  /** Types of attributes. */
  static final List<String> TYPES = Arrays.stream(AttributeType.values()).map(AttributeType::yamlName).toList();

  /** Types of the fields of forms. */
  static final List<String> FIELD_TYPES =
      Arrays.stream(AttributeType.values()).filter(type -> !type.isFile()).map(AttributeType::yamlName).toList();

  /** Types of columns. */
  static final List<String> COLUMN_TYPES =
      Arrays.stream(AttributeType.values())
          .filter(type -> type.hasValue() && !type.isReference() && !type.hasRows() && !type.hasColumns() && type != AttributeType.MULTI_SELECT_PICKLIST)
          .map(AttributeType::yamlName)
          .toList();

  /** What is written there. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    CHOICE,
    /** CEL with any value. */
    EXPRESSION,
    /** CEL that holds or does not. */
    CONDITION
  }

  public OutlineField {
    choices = List.copyOf(choices);
  }

  static OutlineField text(String path) {
    return new OutlineField(path, Kind.TEXT, List.of());
  }

  static OutlineField number(String path) {
    return new OutlineField(path, Kind.NUMBER, List.of());
  }

  static OutlineField flag(String path) {
    return new OutlineField(path, Kind.FLAG, List.of());
  }

  static OutlineField choice(String path, List<String> choices) {
    return new OutlineField(path, Kind.CHOICE, choices);
  }

  static OutlineField expression(String path) {
    return new OutlineField(path, Kind.EXPRESSION, List.of());
  }

  static OutlineField condition(String path) {
    return new OutlineField(path, Kind.CONDITION, List.of());
  }
}
