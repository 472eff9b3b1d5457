package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class StepAttemptTest {
  private static final Instant LATER = Flows.BEGUN.plusSeconds(30);
  private final StepAttempt attempt = Flows.attempt();

  @Test
  void isBornWithTheLeaseOfItsNode() {
    assertThat(attempt.state()).isEqualTo(AttemptState.RUNNING);
    assertThat(attempt.leaseOwner()).contains("node-1");
    assertThat(attempt.dueAt()).contains(Flows.BEGUN.plus(Flows.LEASE));
    assertThat(attempt.open()).isTrue();
  }

  @Test
  void isFollowedByATryUnderTheSameKey() {
    attempt.end(AttemptState.FAILED, "connection refused", LATER);
    StepAttempt next = attempt.next(31, false, LATER.plusSeconds(1), LATER);
    assertThat(next.idempotencyKey()).isEqualTo(attempt.idempotencyKey());
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.state()).isEqualTo(AttemptState.PLANNED);
    assertThat(next.open()).isFalse();
    next.lease("node-2", LATER.plus(Flows.LEASE), LATER.plusSeconds(1));
    assertThat(next.state()).isEqualTo(AttemptState.RUNNING);
    assertThat(next.startedAt()).isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void holdsNoLeaseWhileItWaitsForItsAcknowledgement() {
    attempt.accept("CB-1", LATER.plusSeconds(3600));
    assertThat(attempt.leaseOwner()).isEmpty();
    assertThat(attempt.dueAt()).contains(LATER.plusSeconds(3600));
    assertThat(attempt.open()).isTrue();
  }

  @Test
  void thatWasGivenUpCanNotChangeTheFlowAnyMore() {
    attempt.end(AttemptState.LOST, "the node fell silent", LATER);
    assertThat(attempt.open()).isFalse();
    assertThat(attempt.dueAt()).isEmpty();
    assertThatThrownBy(() -> attempt.end(AttemptState.DONE, "", LATER)).isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> attempt.accept("CB-1", LATER)).isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> attempt.lease("node-1", LATER, LATER)).isInstanceOf(RuleViolation.class);
    assertThat(attempt.state()).isEqualTo(AttemptState.LOST);
  }

  @Test
  void cutsAMessageThatIsTooLong() {
    attempt.end(AttemptState.FAILED, "x".repeat(5000), LATER);
    assertThat(attempt.message()).hasSize(4000);
  }
}
