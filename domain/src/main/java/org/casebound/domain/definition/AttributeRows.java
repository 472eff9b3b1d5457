package org.casebound.domain.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What attributes accept that hold more than one value: lists, maps and lists of maps. Each problem stands at the place inside. */
final class AttributeRows {
  /** Greatest number of rows of any list. */
  static final int MOST_ROWS = 200;

  private final AttributeRules rules;
  private final AttributeValidation columns;

  AttributeRows(AttributeRules rules, AttributeValidation columns) {
    this.rules = rules;
    this.columns = columns;
  }

  /** Whether values of the type are checked here. */
  static boolean takes(AttributeType type) {
    return type.hasRows() || type.hasColumns();
  }

  /** The values of the attribute alone, with the problems found in it. */
  AttributeCheck check(String pointer, AttributeDefinition attribute, Object raw) {
    List<AttributeProblem> problems = new ArrayList<>();
    Object value = attribute.type().hasRows() ? list(pointer, attribute, raw, problems) : map(pointer, attribute, raw, problems);
    return new AttributeCheck(Map.of(attribute.name(), value), Set.of(), Set.of(), problems);
  }

  private Object list(String pointer, AttributeDefinition attribute, Object raw, List<AttributeProblem> problems) {
    if (!(raw instanceof List<?> rows)) {
      refuse(pointer, AttributeRules.mistyped(attribute), problems);
      return List.of();
    }
    if (rows.size() > MOST_ROWS || isOutside(attribute, rows.size())) {
      String bounds = rows.size() > MOST_ROWS ? "at most " + MOST_ROWS + " rows" : AttributeRules.range(attribute, " rows");
      problems.add(new AttributeProblem(pointer, "ATTR-009", "%s must have %s.".formatted(attribute.label(), bounds)));
      return List.of();
    }
    Optional<AttributeDefinition> item = attribute.type().item().map(attribute::row);
    List<Object> values = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      String place = pointer + "/" + at;
      Object row = rows.get(at);
      values.add(item.isPresent() ? plain(place, item.get(), row, problems) : map(place, attribute, row, problems));
    }
    return List.copyOf(values);
  }

  private static boolean isOutside(AttributeDefinition attribute, int rows) {
    BigDecimal count = BigDecimal.valueOf(rows);
    return attribute.min().filter(min -> count.compareTo(min) < 0).isPresent()
        || attribute.max().filter(max -> count.compareTo(max) > 0).isPresent();
  }

  private Object plain(String pointer, AttributeDefinition item, Object raw, List<AttributeProblem> problems) {
    if (raw == null || raw.equals("")) {
      return refuse(pointer, AttributeRules.mistyped(item), problems);
    }
    return rules.check(item, raw) instanceof AttributeRules.Accepted accepted
        ? accepted.value()
        : refuse(pointer, (AttributeRules.Refused) rules.check(item, raw), problems);
  }

  private Object map(String pointer, AttributeDefinition attribute, Object raw, List<AttributeProblem> problems) {
    if (!(raw instanceof Map<?, ?> row)) {
      return refuse(
          pointer,
          new AttributeRules.Refused(
              "ATTR-003",
              "%s must be %s.".formatted(attribute.label(), AttributeRules.expected(attribute))),
          problems);
    }
    Map<String, Object> named = new LinkedHashMap<>();
    row.forEach((name, value) -> named.put(String.valueOf(name), value));
    AttributeCheck check = columns.check(pointer, attribute.columns(), named);
    problems.addAll(check.problems());
    return check.values();
  }

  private static Object refuse(String pointer, AttributeRules.Refused refused, List<AttributeProblem> problems) {
    problems.add(new AttributeProblem(pointer, refused.code(), refused.message()));
    return "";
  }
}
