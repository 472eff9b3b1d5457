package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
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
  void isFollowedByOneThatCountsAsTheSameTryWhenThereWasNoRoomForIt() {
    attempt.end(AttemptState.FAILED, "connection refused", LATER);
    StepAttempt second = attempt.next(31, true, LATER, LATER);
    second.lease("node-1", LATER.plus(Flows.LEASE), LATER);
    second.end(AttemptState.FAILED, "no room", LATER);
    StepAttempt third = second.again(32, LATER.plusSeconds(1), LATER);
    assertThat(third.number()).isEqualTo(3);
    assertThat(third.tries()).isEqualTo(second.tries()).isEqualTo(2);
    assertThat(third.idempotencyKey()).isEqualTo(attempt.idempotencyKey());
    assertThat(third.verifyFirst()).isTrue();
    assertThat(third.dueAt()).contains(LATER.plusSeconds(1));
    assertThat(third.next(33, false, LATER, LATER).tries()).isEqualTo(3);
  }

  @Test
  void holdsNoLeaseWhileItWaitsForItsAcknowledgement() {
    attempt.accept("CB-1", LATER.plusSeconds(3600));
    assertThat(attempt.leaseOwner()).isEmpty();
    assertThat(attempt.dueAt()).contains(LATER.plusSeconds(3600));
    assertThat(attempt.open()).isTrue();
  }

  @Test
  void takesOutcomesOnlyFromTheNodeThatHasItsLease() {
    assertThat(attempt.isLeasedTo("node-1")).isTrue();
    assertThat(attempt.isLeasedTo("node-2")).isFalse();
    attempt.accept("CB-1", LATER);
    assertThat(attempt.isLeasedTo("node-1")).isFalse();
    attempt.lease("node-2", LATER.plus(Flows.LEASE), LATER);
    assertThat(attempt.isLeasedTo("node-1")).isFalse();
    assertThat(attempt.isLeasedTo("node-2")).isTrue();
    attempt.end(AttemptState.DONE, "", LATER);
    assertThat(attempt.isLeasedTo("node-2")).isFalse();
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
  void isGoneOnWithUnlessItWasRefusedOrSaysSomethingElseNow() {
    Values same = attempt.input();
    Values mended = same.with(Map.of("cardId", "mended"));
    attempt.end(AttemptState.FAILED, "bad card", LATER);
    assertThat(attempt.goesOnWith(same)).isTrue();
    assertThat(attempt.goesOnWith(mended)).isFalse();
    StepAttempt refused = Flows.attempt();
    refused.end(AttemptState.REJECTED, "no", LATER);
    assertThat(refused.goesOnWith(same)).isFalse();
  }

  @Test
  void isSettledFirstWhileItsEffectIsInDoubtWhateverTheCallSaysNow() {
    Values mended = attempt.input().with(Map.of("cardId", "mended"));
    attempt.end(AttemptState.UNKNOWN, "no answer", LATER);
    assertThat(attempt.goesOnWith(mended)).isTrue();
    StepAttempt asking = attempt.next(31, true, LATER, LATER);
    asking.lease("node-1", LATER, LATER);
    asking.end(AttemptState.FAILED, "not to be reached", LATER);
    assertThat(asking.goesOnWith(mended)).isTrue();
  }

  @Test
  void keepsStillWhileItIsHeld() {
    attempt.end(AttemptState.FAILED, "x", LATER);
    StepAttempt planned = attempt.next(31, false, LATER, LATER);
    planned.hold();
    assertThat(planned.dueAt()).isEmpty();
    planned.release(LATER.plusSeconds(5));
    assertThat(planned.dueAt()).contains(LATER.plusSeconds(5));
  }

  @Test
  void cutsAMessageThatIsTooLong() {
    attempt.end(AttemptState.FAILED, "x".repeat(5000), LATER);
    assertThat(attempt.message()).hasSize(4000);
  }

  @Test
  void isInDoubtUntilTheBackOfficeHasSaidWhatBecameOfIt() {
    assertThat(inDoubt(attempt)).isFalse();
    attempt.lease("node", LATER, LATER);
    attempt.end(AttemptState.UNKNOWN, "timed out", LATER);
    assertThat(inDoubt(attempt)).isTrue();
    StepAttempt asking = attempt.next(31, true, LATER, LATER);
    assertThat(inDoubt(asking)).isTrue();
    asking.lease("node", LATER, LATER);
    asking.end(AttemptState.DONE, "", LATER);
    assertThat(inDoubt(asking)).isFalse();
  }

  private static boolean inDoubt(StepAttempt newest) {
    return newest.state().inDoubt(newest.verifyFirst());
  }
}
