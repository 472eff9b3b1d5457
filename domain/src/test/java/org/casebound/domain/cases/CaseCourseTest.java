package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.StaleRecord;
import org.junit.jupiter.api.Test;

/** Escalating, handing over and reopening. */
class CaseCourseTest {
  private static final Instant LATER = Cases.FILED.plusSeconds(60);
  private final Case worked = Cases.filed(51);

  @Test
  void staysEscalatedWhateverItsFlowsDo() {
    worked.escalate(LATER);
    worked.progress(CaseStatus.WAITING);
    worked.escalate(LATER.plusSeconds(60));
    assertThat(worked.status()).isEqualTo(CaseStatus.ESCALATED);
    assertThat(worked.escalatedAt()).contains(LATER);
  }

  @Test
  void isNoLongerEscalatedOnceAPersonHasIt() {
    worked.escalate(LATER);
    worked.assign(Owner.queue("experts"));
    assertThat(worked.status()).isEqualTo(CaseStatus.ESCALATED);
    worked.assign(Owner.user("agent"));
    assertThat(worked.status()).isEqualTo(CaseStatus.IN_PROGRESS);
    assertThat(worked.escalatedAt()).isEmpty();
  }

  @Test
  void isAtHomeInTheQueueThatItWasMovedTo() {
    worked.assign(Owner.queue("experts"));
    assertThat(worked.status()).isEqualTo(CaseStatus.NEW);
    worked.take("agent");
    worked.giveBack("agent");
    assertThat(worked.owner()).isEqualTo(Owner.queue("experts"));
  }

  @Test
  void leavesAWaitingFlowWaitingWhenAPersonGetsIt() {
    worked.progress(CaseStatus.WAITING);
    worked.assign(Owner.user("agent"));
    assertThat(worked.status()).isEqualTo(CaseStatus.WAITING);
  }

  @Test
  void isReopenedIntoItsQueueAsIfItHadNeverBeenClosed() {
    worked.take("agent");
    worked.close(Resolution.REJECTED, "wrong card", LATER);
    worked.reopen();
    assertThat(worked.status()).isEqualTo(CaseStatus.IN_PROGRESS);
    assertThat(worked.owner()).isEqualTo(Owner.queue("back_office"));
    assertThat(worked.resolution()).isEmpty();
    assertThat(worked.closeReason()).isEmpty();
    assertThat(worked.closedAt()).isEmpty();
    assertStale("CASE-011", worked::reopen);
  }

  @Test
  void canNotBeEscalatedOrHandedOverWhenItIsClosed() {
    worked.escalate(LATER);
    worked.close(Resolution.FULFILLED, "", LATER);
    assertThat(worked.escalatedAt()).isEmpty();
    assertStale("CASE-005", () -> worked.escalate(LATER));
    assertStale("CASE-005", () -> worked.assign(Owner.user("agent")));
  }

  @Test
  void neverLosesPriorityWhenItIsRaised() {
    worked.raiseTo(Priority.HIGH);
    worked.raiseTo(Priority.LOW);
    assertThat(worked.priority()).isEqualTo(Priority.HIGH);
  }

  private static void assertStale(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(StaleRecord.class).extracting("code").isEqualTo(code);
  }
}
