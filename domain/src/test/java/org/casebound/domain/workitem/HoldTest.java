package org.casebound.domain.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.casebound.domain.flow.Flows;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class HoldTest {
  private static final Instant NOW = Flows.BEGUN;
  private static final Instant LATER = NOW.plusSeconds(900);

  private final WorkItem item = WorkItems.offered(null);

  @Test
  void whatIsKeptForAPersonGoesBackWhenTheTimeIsOver() {
    item.claimUntil("agent", LATER);
    assertThat(item.expire(NOW)).isFalse();
    assertThat(item.state()).isEqualTo(WorkItemState.CLAIMED);
    assertThat(item.expire(LATER)).isTrue();
    assertThat(item.state()).isEqualTo(WorkItemState.OFFERED);
    assertThat(item.assignee()).isEmpty();
    assertThat(item.expire(LATER)).isFalse();
  }

  @Test
  void aSignOfLifeKeepsItLonger() {
    item.claimUntil("agent", LATER);
    assertThat(item.renewed("agent", LATER.plusSeconds(900))).contains(LATER.plusSeconds(900));
    assertThatThrownBy(() -> item.renewed("lead", LATER)).isInstanceOf(ForbiddenAction.class);
  }

  @Test
  void aClaimKeepsItForGood() {
    item.claimUntil("agent", LATER);
    item.claim("agent");
    assertThat(item.renewed("agent", LATER)).isEmpty();
    assertThat(item.hold().flatMap(Hold::leaseUntil)).isEmpty();
    assertThat(item.expire(LATER)).isFalse();
    assertThat(item.assignee()).contains("agent");
  }

  @Test
  void isPutOffByWhoHasItOrByALead() {
    assertThatThrownBy(() -> item.snooze("agent", false, LATER)).isInstanceOf(ForbiddenAction.class);
    item.snooze("lead", true, LATER);
    assertThat(item.hold().flatMap(Hold::snoozedUntil)).contains(LATER);
    item.claim("agent");
    assertThat(item.hold()).isEmpty();
    item.snooze("agent", false, LATER);
    item.snooze("agent", false, null);
    assertThat(item.hold()).isEmpty();
  }

  @Test
  void whatHasEndedIsNotPutOff() {
    item.cancel("not needed", NOW);
    assertThatThrownBy(() -> item.snooze("lead", true, LATER)).isInstanceOf(RuleViolation.class);
    assertThat(item.expire(LATER)).isFalse();
  }
}
