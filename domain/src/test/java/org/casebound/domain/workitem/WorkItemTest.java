package org.casebound.domain.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.flow.Flows;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class WorkItemTest {
  private final WorkItem item = WorkItems.offered(null);

  @Test
  void isOfferedToItsQueueFirst() {
    assertThat(item.state()).isEqualTo(WorkItemState.OFFERED);
    assertThat(item.assignee()).isEmpty();
  }

  @Test
  void isClaimedByOnePersonOnly() {
    item.claim("agent");
    item.claim("agent");
    assertRefused(StaleRecord.class, "WORK-001", () -> item.claim("lead"));
    assertThat(item.assignee()).contains("agent");
  }

  @Test
  void isNotForTheRequesterOfTheCase() {
    assertRefused(ForbiddenAction.class, "WORK-003", () -> item.claim("requester"));
    assertThat(item.permits("agent")).isTrue();
  }

  @Test
  void goesBackToItsQueueWhenItIsReleased() {
    item.claim("agent");
    assertRefused(ForbiddenAction.class, "WORK-004", () -> item.release("lead"));
    item.release("agent");
    item.claim("lead");
    assertThat(item.assignee()).contains("lead");
  }

  @Test
  void isCompletedByWhoClaimedIt() {
    assertRefused(ForbiddenAction.class, "WORK-004", () -> complete("agent", 0));
    item.claim("agent");
    assertRefused(ForbiddenAction.class, "WORK-004", () -> complete("lead", 0));
    complete("agent", 0);
    assertThat(item.state()).isEqualTo(WorkItemState.COMPLETED);
    assertThat(item.answer().outcome()).contains("approved");
    assertThat(item.answer().data().asMap()).isEqualTo(Map.of("seen", true));
    assertThat(item.answer().ticked()).containsExactly("street", "city");
    assertThat(item.endedAt()).contains(Flows.BEGUN);
  }

  @Test
  void isNotCompletedFromAStalePage() {
    item.claim("agent");
    assertRefused(StaleRecord.class, "WORK-005", () -> complete("agent", 7));
    assertThat(item.state()).isEqualTo(WorkItemState.CLAIMED);
  }

  @Test
  void tellsTheSecondFinisherWhoWasFirst() {
    item.claim("agent");
    complete("agent", 0);
    assertThatThrownBy(() -> complete("agent", 0)).isInstanceOf(StaleRecord.class).hasMessageContaining("by agent");
    assertRefused(StaleRecord.class, "WORK-002", () -> item.claim("lead"));
    assertRefused(StaleRecord.class, "WORK-002", () -> item.release("agent"));
  }

  @Test
  void canNotBeWorkedAfterItWasWithdrawn() {
    item.cancel("the case was closed", Flows.BEGUN);
    assertRefused(StaleRecord.class, "WORK-002", () -> item.claim("agent"));
    assertRefused(RuleViolation.class, "STATE-001", () -> item.cancel("again", Flows.BEGUN));
    assertThat(item.answer().comment()).contains("the case was closed");
  }

  private void complete(String user, int version) {
    item.complete(user, version, Answer.of("approved", "same street", new Values(Map.of("seen", true)), List.of("street", "city")), Flows.BEGUN);
  }

  private static void assertRefused(Class<? extends RuleViolation> kind, String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(kind).extracting("code").isEqualTo(code);
  }
}
