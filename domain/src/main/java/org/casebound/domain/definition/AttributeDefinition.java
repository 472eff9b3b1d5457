package org.casebound.domain.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.Sensitivity;

/**
 * One value that a request of the process carries (specification, section A).
 *
 * @param name API name
 * @param label what the form shows
 * @param description help text; may be empty
 * @param type data type
 * @param binding for a base attribute the bound field: {@code case.subject} or {@code case.priority}; empty for an extended one
 * @param group name of the form section; may be empty
 * @param required whether a request must have it
 * @param defaultValue used when the request leaves it out, in its text form
 * @param pattern regular expression that the whole text must match
 * @param min least number, least length of a text, or least number of rows
 * @param max greatest number, greatest length of a text, or greatest number of rows
 * @param options permitted values of a choice; those of a Queue are not part of the design, see {@link #offering}
 * @param columns what a Map, and each row of a ListOfMaps, holds
 * @param visibleWhen condition over the attributes before it; while it does not hold, the attribute is not there: not shown, not
 *     required, not saved
 * @param sensitivity who may read it
 */
public record AttributeDefinition(
    String name,
    String label,
    String description,
    AttributeType type,
    Optional<String> binding,
    String group,
    boolean required,
    Optional<String> defaultValue,
    Optional<String> pattern,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    List<Option> options,
    List<AttributeDefinition> columns,
    Optional<String> visibleWhen,
    Sensitivity sensitivity) {
  public AttributeDefinition {
    options = List.copyOf(options);
    columns = List.copyOf(columns);
  }

  /** What each row of a list of plain values is asked for: the same, without what belongs to the list as a whole. */
  public AttributeDefinition row(AttributeType item) {
    return new AttributeDefinition(
        name, label, "", item, Optional.empty(), "", true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), List.of(), Optional.empty(), sensitivity);
  }

  /** The same with these permitted values. */
  public AttributeDefinition offering(List<Option> choices) {
    return new AttributeDefinition(
        name, label, description, type, binding, group, required, defaultValue, pattern, min, max, choices, columns, visibleWhen, sensitivity);
  }

  /** One permitted value of a choice. */
  public record Option(String value, String label) {}
}
