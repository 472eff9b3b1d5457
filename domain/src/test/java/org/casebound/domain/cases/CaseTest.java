package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseTest {
  private static final Instant LATER = Cases.FILED.plusSeconds(60);
  private final Case worked = Cases.filed(51);

  @Test
  void isNewAndInTheQueueOfItsProcessWhenItIsFiled() {
    assertThat(worked.status()).isEqualTo(CaseStatus.NEW);
    assertThat(worked.owner()).isEqualTo(Owner.queue("back_office"));
    assertThat(worked.number()).hasToString("C-00000051");
  }

  @Test
  void refusesASubjectThatIsBlankOrTooLong() {
    assertRefused("CASE-001", () -> worked.rename(" "));
    assertRefused("CASE-001", () -> worked.rename("x".repeat(256)));
    worked.rename("x".repeat(255));
    assertThat(worked.subject()).hasSize(255);
  }

  @Test
  void isTakenByOnePerson() {
    worked.take("agent");
    assertThat(worked.owner()).isEqualTo(Owner.user("agent"));
    assertThat(worked.status()).isEqualTo(CaseStatus.IN_PROGRESS);
    assertThatThrownBy(() -> worked.take("lead")).isInstanceOf(StaleRecord.class).hasMessageContaining("agent has taken");
    worked.take("agent");
    assertThat(worked.owner()).isEqualTo(Owner.user("agent"));
  }

  @Test
  void isGivenBackByItsOwnerOnly() {
    worked.take("agent");
    assertThatThrownBy(() -> worked.giveBack("lead")).isInstanceOf(ForbiddenAction.class);
    worked.giveBack("agent");
    assertThat(worked.owner()).isEqualTo(Owner.queue("back_office"));
    worked.take("lead");
    assertThat(worked.owner()).isEqualTo(Owner.user("lead"));
  }

  @Test
  void stillKnowsHowItWasClosed() {
    worked.close(Resolution.REJECTED, "not the same street", LATER);
    assertThat(worked.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(worked.resolution()).contains(Resolution.REJECTED);
    assertThat(worked.closeReason()).contains("not the same street");
    assertThat(worked.closedAt()).contains(LATER);
  }

  @Test
  void isClosedOnce() {
    worked.close(Resolution.FULFILLED, "", LATER);
    assertRefused("STATE-001", () -> worked.close(Resolution.CANCELED, "", LATER));
    assertRefused("CASE-005", () -> worked.take("agent"));
    worked.progress(CaseStatus.ESCALATED);
    assertThat(worked.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(worked.resolution()).contains(Resolution.FULFILLED);
  }

  @Test
  void cutsAReasonThatIsTooLong() {
    worked.close(Resolution.FULFILLED, "x".repeat(5000), LATER);
    assertThat(worked.closeReason().orElseThrow()).hasSize(Case.MAX_REASON);
  }

  @Test
  void refusesToActForSomebodyWhoSawAnOlderVersion() {
    worked.requireVersion(0);
    assertRefused("CASE-004", () -> worked.requireVersion(1));
  }

  @ParameterizedTest
  @CsvSource({"subject,'',CASE-001", "priority,URGENT,CASE-009", "priority,'',CASE-009", "status,CLOSED,CASE-010"})
  void refusesValuesThatAFlowMustNotGiveIt(String field, String value, String code) {
    assertRefused(code, () -> Case.requireValid(field, value));
  }

  @Test
  void acceptsTheNameOfAPriorityFromAFlow() {
    Case.requireValid("priority", "HIGH");
    Case.requireValid("subject", 42L);
    worked.prioritize(Priority.HIGH);
    assertThat(worked.priority()).isEqualTo(Priority.HIGH);
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
  }
}
