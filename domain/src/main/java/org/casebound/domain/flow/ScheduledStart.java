package org.casebound.domain.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.TriggerDefinition.Path;
import org.casebound.domain.definition.TriggerDefinition.Record;
import org.casebound.domain.shared.RuleViolation;

/** When a scheduled path starts. */
public final class ScheduledStart {
  private ScheduledStart() {}

  /**
   * The time of the start.
   *
   * @param changedAt when the change was saved
   * @throws RuleViolation FLOW-020 when {@code from} gives no date and no time; EXPR-001 when it can not be evaluated
   */
  public static Instant of(
      Path.Scheduled path, Record watched, RecordChange change, Expressions expressions, Instant changedAt) {
    Optional<Instant> from =
        path.from().map(text -> instant(expressions.value(text, change.factsAfter(watched)), text));
    return from.orElse(changedAt).plus(path.offset());
  }

  /** A date begins at midnight in UTC. */
  private static Instant instant(Object value, String expression) {
    String text = String.valueOf(value);
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException noTime) {
      throw new RuleViolation(
          "FLOW-020",
          "'%s' gives '%s', which is no date and no time; a scheduled start needs one like 2026-12-24 or 2026-12-24T08:00:00Z."
              .formatted(expression, text));
    }
  }
}
