package org.casebound.web.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;

/** The rows of one attribute of a generated form: people add and remove them. Rows without any entry are not sent. */
public final class FormRows {
  /** More than the engine takes, so that nobody is stopped here without a reason. */
  private static final int MOST = 200;

  private final AttributeType type;
  private final List<AttributeDefinition> columns;
  private final int least;
  private final int most;
  private final List<FormRow> rows = new ArrayList<>();

  FormRows(AttributeDefinition attribute) {
    type = attribute.type();
    columns = type.item().map(item -> List.of(attribute.row(item))).orElse(attribute.columns());
    boolean single = type == AttributeType.MAP;
    least = single ? 1 : attribute.min().map(BigDecimal::intValue).orElse(0);
    most = single ? 1 : attribute.max().map(BigDecimal::intValue).orElse(MOST);
    if (type.hasRows() || type.hasColumns()) {
      String given = attribute.defaultValue().orElse("");
      Stream.of(given.split(",")).map(String::strip).filter(text -> !text.isEmpty()).forEach(text -> appended(List.of(text)));
      fillUp(attribute.required() ? 1 : 0);
    }
  }

  private void fillUp(int wanted) {
    while (rows.size() < Math.max(wanted, least)) {
      add();
    }
  }

  private void appended(List<String> cells) {
    add();
    List<FormField> last = rows.get(rows.size() - 1).getCells();
    for (int at = 0; at < last.size() && at < cells.size(); at++) {
      last.get(at).restore(List.of(cells.get(at)));
    }
  }

  /** The value as the engine takes it; empty when nothing was entered. */
  Optional<Object> value() {
    List<Map<String, Object>> values = filled().stream().map(FormRow::value).toList();
    if (values.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    if (type == AttributeType.MAP) {
      return Optional.of(values.get(0));
    }
    String only = columns.get(0).name();
    return Optional.of(type.item().isPresent() ? values.stream().map(row -> row.get(only)).toList() : values);
  }

  private List<FormRow> filled() {
    return rows.stream().filter(row -> !row.isBlank()).toList();
  }

  /** Forgets earlier problems. */
  void accept() {
    rows.stream().flatMap(row -> row.getCells().stream()).forEach(cell -> cell.refuse(""));
  }

  /** Puts a problem to the cell at the pointer: {@code /1/amount}, {@code /1}, or {@code /amount} in a map. */
  boolean takes(String pointer, String reason) {
    List<String> parts = List.of(pointer.substring(1).split("/"));
    boolean map = type == AttributeType.MAP;
    List<FormRow> sent = filled();
    int row = map ? 0 : number(parts.get(0));
    if (row < 0 || row >= sent.size()) {
      return false;
    }
    List<FormField> cells = sent.get(row).getCells();
    String column = map ? parts.get(0) : parts.size() > 1 ? parts.get(1) : cells.get(0).getName();
    Optional<FormField> cell = cells.stream().filter(each -> each.getName().equals(column)).findFirst();
    cell.ifPresent(each -> each.refuse(reason));
    return cell.isPresent();
  }

  private static int number(String part) {
    return part.matches("\\d{1,4}") ? Integer.parseInt(part) : -1;
  }

  /** Names of the columns. */
  List<String> columns() {
    return columns.stream().map(AttributeDefinition::name).toList();
  }

  /** What was entered, cell by cell, as {@link #restore} takes it. */
  List<String> kept() {
    return rows.stream().flatMap(row -> row.getCells().stream()).flatMap(cell -> cell.kept().stream()).toList();
  }

  /** Puts back what was kept: one text for each cell. */
  void restore(List<String> texts) {
    if (columns.isEmpty()) {
      return;
    }
    rows.clear();
    for (int at = 0; at + columns.size() <= texts.size() && rows.size() < most; at += columns.size()) {
      appended(texts.subList(at, at + columns.size()));
    }
    fillUp(0);
  }

  /** What was entered, as people read it. */
  List<FactGroup.Row> shown(Texts texts) {
    return filled().stream()
        .map(row -> new FactGroup.Row(row.getCells().stream().map(cell -> cell(cell, texts)).filter(fact -> !fact.text().isEmpty()).toList()))
        .toList();
  }

  private FactGroup.Fact cell(FormField cell, Texts texts) {
    return new FactGroup.Fact(type.item().isPresent() ? "" : cell.getLabel(), cell.shown(texts), false);
  }

  /** Adds an empty row at the end, if one more is permitted. */
  public void add() {
    if (isOpen()) {
      rows.add(new FormRow(columns));
    }
  }

  /** Takes a row out, with what was entered. */
  public void remove(int index) {
    if (isRemovable() && index >= 0 && index < rows.size()) {
      rows.remove(index);
    }
  }

  public List<FormRow> getRows() {
    return rows;
  }

  /** Whether one more is permitted. */
  public boolean isOpen() {
    return rows.size() < most;
  }

  /** Whether there are more rows than there must be. */
  public boolean isRemovable() {
    return rows.size() > least;
  }

  /** Whether each row is one value, which needs no label of its own. */
  public boolean isPlain() {
    return type.item().isPresent();
  }

  /** Whether it has one row that stays. */
  public boolean isSingle() {
    return type == AttributeType.MAP;
  }

  /** How many rows are permitted; 0 when nothing was said. */
  public int getLimit() {
    return most == MOST || isSingle() ? 0 : most;
  }
}
