package org.casebound.domain.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casebound.domain.flow.Flows;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.StaleRecord;
import org.junit.jupiter.api.Test;

class StandingTest {
  private final WorkItem item = WorkItems.offered("agent");

  @Test
  void everythingThatPeopleCanChangeIsPutBack() {
    item.snooze("lead", true, Flows.BEGUN.plusSeconds(60));
    Standing before = Standing.of(item);
    item.claim("agent");
    item.moveTo("agent", false, "front_office");
    item.prioritize("lead", true, Priority.HIGH);
    assertThat(Standing.of(item)).isNotEqualTo(before);
    item.putBack(before);
    assertThat(Standing.of(item)).isEqualTo(before);
    assertThat(item.assignee()).contains("agent");
    assertThat(item.state()).isEqualTo(WorkItemState.OFFERED);
  }

  @Test
  void aDelegateAndALeaseComeBack() {
    item.claim("agent");
    item.delegate("agent", "colleague");
    Standing delegated = Standing.of(item);
    item.release("colleague");
    item.putBack(delegated);
    assertThat(item.onBehalfOf()).contains("agent");
    item.moveTo("lead", true, "back_office");
    item.claimUntil("agent", Flows.BEGUN.plusSeconds(60));
    Standing leased = Standing.of(item);
    item.claim("agent");
    item.putBack(leased);
    assertThat(item.hold().flatMap(Hold::leaseUntil)).contains(Flows.BEGUN.plusSeconds(60));
  }

  @Test
  void nobodyGetsBackWhatHeMayNotWorkAnyMore() {
    item.claim("agent");
    Standing before = Standing.of(item);
    item.reassign("lead", true, "colleague");
    item.exclude(List.of("agent"));
    assertThatThrownBy(() -> item.putBack(before)).isInstanceOf(ForbiddenAction.class).hasMessageContaining("separation of duties");
  }

  @Test
  void whatHasEndedIsNotPutBack() {
    Standing before = Standing.of(item);
    item.cancel("not needed", Flows.BEGUN);
    assertThatThrownBy(() -> item.putBack(before)).isInstanceOf(StaleRecord.class);
  }
}
