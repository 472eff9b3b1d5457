package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.definition.TriggerDefinition.On;
import org.casebound.domain.definition.TriggerDefinition.Path;
import org.casebound.domain.definition.TriggerDefinition.Record;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class TriggerRuleTest {
  private static final Values LOW = new Values(Map.of("priority", "LOW"));
  private static final Values HIGH = new Values(Map.of("priority", "HIGH"));
  private static final Values HAMBURG = new Values(Map.of("city", "Hamburg"));
  private static final Values BERLIN = new Values(Map.of("city", "Berlin"));
  private static final String IS_HIGH = "case.priority == 'HIGH'";

  private static boolean starts(Record record, On on, String condition, boolean becomesTrue, RecordChange change) {
    TriggerDefinition trigger =
        new TriggerDefinition(
            record, on, Optional.ofNullable(condition), becomesTrue, 1000, new Path.Immediate());
    return new TriggerRule(trigger, new TinyExpressions()).startedBy(change);
  }

  private static RecordChange raised() {
    return RecordChange.updated(LOW, HIGH, HAMBURG, HAMBURG);
  }

  @Test
  void aFiledCaseStartsWhatWatchesNewOnesOfEitherRecord() {
    RecordChange filed = RecordChange.filed(LOW, HAMBURG);
    assertThat(starts(Record.CASE, On.CREATED, null, false, filed)).isTrue();
    assertThat(starts(Record.SERVICE_CATALOG_REQUEST, On.CREATED_OR_UPDATED, null, false, filed)).isTrue();
    assertThat(starts(Record.CASE, On.UPDATED, null, false, filed)).isFalse();
  }

  @Test
  void aChangeStartsOnlyWhatWatchesTheRecordThatChanged() {
    assertThat(starts(Record.CASE, On.UPDATED, null, false, raised())).isTrue();
    assertThat(starts(Record.SERVICE_CATALOG_REQUEST, On.UPDATED, null, false, raised())).isFalse();
    assertThat(starts(Record.CASE, On.CREATED, null, false, raised())).isFalse();
  }

  @Test
  void aChangeThatChangesNothingStartsNothing() {
    RecordChange nothing = RecordChange.updated(LOW, LOW, HAMBURG, HAMBURG);
    assertThat(starts(Record.CASE, On.UPDATED, null, false, nothing)).isFalse();
  }

  @Test
  void aConditionSeesTheRecordAndWhatItWas() {
    RecordChange moved = RecordChange.updated(LOW, LOW, HAMBURG, BERLIN);
    assertThat(starts(Record.SERVICE_CATALOG_REQUEST, On.UPDATED, "record.city != prior.city", false, moved)).isTrue();
    assertThat(starts(Record.SERVICE_CATALOG_REQUEST, On.UPDATED, "prior.city == 'Berlin'", false, moved)).isFalse();
  }

  @Test
  void eachTimeItHoldsStartsAgain() {
    RecordChange stillHigh =
        RecordChange.updated(HIGH, HIGH.with(Map.of("subject", "Other")), HAMBURG, HAMBURG);
    assertThat(starts(Record.CASE, On.UPDATED, IS_HIGH, false, stillHigh)).isTrue();
  }

  @Test
  void becomesTrueStartsOnlyWhenItDidNotHoldBefore() {
    RecordChange stillHigh =
        RecordChange.updated(HIGH, HIGH.with(Map.of("subject", "Other")), HAMBURG, HAMBURG);
    assertThat(starts(Record.CASE, On.UPDATED, IS_HIGH, true, raised())).isTrue();
    assertThat(starts(Record.CASE, On.UPDATED, IS_HIGH, true, stillHigh)).isFalse();
  }

  @Test
  void aConditionThatCouldNotBeEvaluatedBeforeDidNotHoldThen() {
    RecordChange given = RecordChange.updated(LOW, LOW, Values.EMPTY, HAMBURG);
    assertThat(starts(Record.SERVICE_CATALOG_REQUEST, On.UPDATED, "request.city == 'Hamburg'", true, given)).isTrue();
  }

  @Test
  void aConditionThatCanNotBeEvaluatedIsReported() {
    assertThatThrownBy(() -> starts(Record.CASE, On.UPDATED, "case.missing == 'x'", false, raised()))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining("case.missing");
  }

  @Test
  void aScheduledStartCountsFromTheChangeOrFromADate() {
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    RecordChange change =
        RecordChange.updated(LOW, HIGH, HAMBURG, new Values(Map.of("day", "2026-12-24", "at", "2026-12-24T08:00:00+01:00")));
    assertThat(scheduled(Duration.ofHours(2), null, change, now)).isEqualTo("2026-11-25T12:00:00Z");
    assertThat(scheduled(Duration.ofDays(-1), "request.day", change, now)).isEqualTo("2026-12-23T00:00:00Z");
    assertThat(scheduled(Duration.ZERO, "request.at", change, now)).isEqualTo("2026-12-24T07:00:00Z");
    assertThatThrownBy(() -> scheduled(Duration.ZERO, "case.priority", change, now))
        .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.code()).isEqualTo("FLOW-020"));
  }

  private static Instant scheduled(Duration offset, String from, RecordChange change, Instant now) {
    return ScheduledStart.of(
        new Path.Scheduled(offset, Optional.ofNullable(from)), Record.CASE, change, new TinyExpressions(), now);
  }
}
