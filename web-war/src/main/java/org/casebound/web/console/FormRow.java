package org.casebound.web.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.AttributeDefinition;

/** One row of a list or a map in a generated form. */
public final class FormRow {
  private final List<FormField> cells;

  FormRow(List<AttributeDefinition> columns) {
    cells = columns.stream().map(FormField::new).toList();
  }

  /** Whether nothing was entered into it; a row that only ticks says something as it is. */
  boolean isBlank() {
    return cells.stream().anyMatch(cell -> !cell.isTruth()) && cells.stream().allMatch(FormField::isBlank);
  }

  /** The values by column. */
  Map<String, Object> value() {
    Map<String, Object> values = new LinkedHashMap<>();
    cells.forEach(cell -> cell.value().ifPresent(value -> values.put(cell.getName(), value)));
    return values;
  }

  public List<FormField> getCells() {
    return cells;
  }
}
