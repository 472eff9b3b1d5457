package org.casebound.domain.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.flow.Flows;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubstitutionTest {

  @Test
  void nobodyStandsInForHimself() {
    assertRefused("SUB-001", () -> between("anna", "anna", 0, 10));
  }

  @Test
  void endsAfterItBegins() {
    assertRefused("SUB-003", () -> between("anna", "bert", 5, 5));
    assertRefused("SUB-003", () -> between("anna", "bert", 5, 4));
  }

  @Test
  void goesNeverInACircle() {
    Substitution first = between("anna", "bert", 0, 10);
    Substitution second = between("bert", "carl", 5, 15);
    assertRefused("SUB-002", () -> between("bert", "anna", 3, 4).requireNoCircle(List.of(first)));
    assertRefused("SUB-002", () -> between("carl", "anna", 0, 20).requireNoCircle(List.of(first, second)));
    assertThatCode(() -> between("anna", "carl", 0, 20).requireNoCircle(List.of(first, second))).doesNotThrowAnyException();
  }

  @Test
  void isNoCircleWhenItNeverClosesAtOneTime() {
    Substitution first = between("anna", "bert", 0, 10);
    Substitution later = between("bert", "carl", 10, 20);
    assertThatCode(() -> between("carl", "anna", 0, 20).requireNoCircle(List.of(first, later))).doesNotThrowAnyException();
    assertThatCode(() -> between("bert", "anna", 10, 12).requireNoCircle(List.of(first))).doesNotThrowAnyException();
  }

  @Test
  void coversWhatTheAbsentPersonHasWhileItHolds() {
    WorkItem item = WorkItems.offered("anna");
    Substitution covering = between("anna", "bert", 1, 10);
    assertThat(covering.covers(item, at(0))).isFalse();
    assertThat(covering.covers(item, at(1))).isTrue();
    assertThat(covering.covers(item, at(10))).isFalse();
    assertThat(covering.covers(WorkItems.offered(null), at(5))).isFalse();
    assertThat(covering.covers(WorkItems.offered("carl"), at(5))).isFalse();
  }

  @Test
  void coversOnlyItsQueueAndItsProcess() {
    WorkItem item = WorkItems.offered("anna");
    assertThat(limited("back_office", "Address_Update").covers(item, at(5))).isTrue();
    assertThat(limited("front_office", null).covers(item, at(5))).isFalse();
    assertThat(limited(null, "Block_Credit_Card").covers(item, at(5))).isFalse();
  }

  private static Substitution limited(@Nullable String queue, @Nullable String process) {
    return new Substitution(1, "anna", "bert", at(0), at(10), queue, process, "anna");
  }

  private static Substitution between(String absent, String substitute, int from, int until) {
    return new Substitution(1, absent, substitute, at(from), at(until), null, null, absent);
  }

  private static Instant at(int hour) {
    return Flows.BEGUN.plusSeconds(3_600L * hour);
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
  }
}
