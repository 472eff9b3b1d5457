package org.casebound.fulfillment.action;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.shared.Article;
import org.casebound.domain.shared.RuleViolation;

/** Compares records in hand with what a flow asks for. */
public final class FieldMatch {
  private FieldMatch() {}

  /**
   * The first records whose fields have the values.
   *
   * @param fields names that may be asked for
   * @throws RuleViolation RECORD-003 when another field is asked for
   */
  public static List<Map<String, Object>> of(
      List<Map<String, Object>> records, Map<String, Object> where, int limit, Set<String> fields) {
    requireKnown(where, fields);
    return records.stream()
        .filter(
            record ->
                where.entrySet().stream()
                    .allMatch(wanted -> String.valueOf(wanted.getValue()).equals(String.valueOf(record.get(wanted.getKey())))))
        .limit(limit)
        .toList();
  }

  /** @throws RuleViolation RECORD-003 when a field is asked for that is not one of these */
  public static void requireKnown(Map<String, Object> where, Set<String> fields) {
    where.keySet().stream()
        .filter(name -> !fields.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new RuleViolation("RECORD-003", "'%s' can not be asked for; choose of %s.".formatted(name, fields));
            });
  }

  /** The refusal of what this kind of record does not do. */
  public static RuleViolation readOnly(String record) {
    return new RuleViolation("RECORD-002", "%s is not made or changed so.".formatted(Article.begins(record)));
  }
}
