package org.casebound.domain.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link AttributeValidation} found.
 *
 * @param values typed values by attribute name, in the order of the definition: text, Long (Integer), BigDecimal (Number, Currency,
 *     Percentage), Boolean (Checkbox, Toggle), lists, maps by column name; a Date is an ISO text ({@code 2026-11-23}), a Datetime
 *     an ISO text in UTC with milliseconds ({@code 2026-11-23T09:30:00.000Z}), so that both compare like the times they mean.
 *     Attributes without a value are left out
 * @param cleared attributes that were given, but empty
 * @param hidden attributes that are not there with these values, see {@link AttributeDefinition#visibleWhen}
 * @param problems at most one for each attribute, and for each place inside one that holds several values; when there is any, the values are not to be used
 */
public record AttributeCheck(
    Map<String, Object> values, Set<String> cleared, Set<String> hidden, List<AttributeProblem> problems) {
  public AttributeCheck {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    cleared = Set.copyOf(cleared);
    hidden = Set.copyOf(hidden);
    problems = List.copyOf(problems);
  }

  /** Whether every value is right. */
  public boolean passed() {
    return problems.isEmpty();
  }
}
