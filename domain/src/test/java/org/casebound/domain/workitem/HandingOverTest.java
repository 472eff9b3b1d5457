package org.casebound.domain.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.flow.Flows;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

/** Who has a work item, and for whom. */
class HandingOverTest {
  private final WorkItem item = WorkItems.offered(null);

  @Test
  void oneToWhomAloneItIsOfferedMayClaimIt() {
    WorkItem personal = WorkItems.offered("agent");
    assertRefused(ForbiddenAction.class, "WORK-006", () -> personal.claim("colleague"));
    personal.claim("agent");
    assertRefused(StaleRecord.class, "WORK-001", () -> personal.claim("colleague"));
    personal.release("agent");
    personal.claim("colleague");
    assertThat(personal.assignee()).contains("colleague");
  }

  @Test
  void isNeverOfferedToOneWhoMayNotWorkIt() {
    assertThat(WorkItems.offered("requester").assignee()).isEmpty();
  }

  @Test
  void isReassignedByWhoHasItOrByALead() {
    assertRefused(ForbiddenAction.class, "WORK-007", () -> item.reassign("agent", false, "colleague"));
    item.reassign("lead", true, "agent");
    assertThat(item.state()).isEqualTo(WorkItemState.CLAIMED);
    assertRefused(ForbiddenAction.class, "WORK-007", () -> item.reassign("colleague", false, "colleague"));
    item.reassign("agent", false, "colleague");
    assertThat(item.assignee()).contains("colleague");
    assertThat(item.onBehalfOf()).isEmpty();
  }

  @Test
  void goesToNobodyWhoMayNotWorkIt() {
    assertRefused(ForbiddenAction.class, "WORK-003", () -> item.reassign("lead", true, "requester"));
    item.claim("agent");
    assertRefused(ForbiddenAction.class, "WORK-003", () -> item.delegate("agent", "requester"));
    assertRefused(ForbiddenAction.class, "WORK-003", () -> item.claimFor("agent", "requester"));
    assertThat(item.assignee()).contains("agent");
  }

  @Test
  void aDelegateActsForWhoHadItAndGivesItBackToHim() {
    item.claim("agent");
    assertRefused(RuleViolation.class, "WORK-008", () -> item.delegate("agent", "agent"));
    assertRefused(ForbiddenAction.class, "WORK-004", () -> item.delegate("lead", "colleague"));
    item.delegate("agent", "colleague");
    item.delegate("colleague", "third");
    assertThat(item.assignee()).contains("third");
    assertThat(item.onBehalfOf()).contains("agent");
    item.release("third");
    assertThat(item.state()).isEqualTo(WorkItemState.OFFERED);
    assertThat(item.assignee()).contains("agent");
    assertThat(item.onBehalfOf()).isEmpty();
  }

  @Test
  void whoIsActedForMayTakeItBack() {
    item.claim("agent");
    item.delegate("agent", "colleague");
    item.reassign("agent", false, "agent");
    assertThat(item.assignee()).contains("agent");
    assertThat(item.onBehalfOf()).isEmpty();
  }

  @Test
  void delegatingItBackEndsTheDelegation() {
    item.claim("agent");
    item.delegate("agent", "colleague");
    item.delegate("colleague", "agent");
    assertThat(item.assignee()).contains("agent");
    assertThat(item.onBehalfOf()).isEmpty();
  }

  @Test
  void aSubstituteTakesWhatTheAbsentPersonHas() {
    assertRefused(StaleRecord.class, "WORK-001", () -> item.claimFor("agent", "colleague"));
    item.claim("agent");
    item.claimFor("agent", "colleague");
    assertThat(item.assignee()).contains("colleague");
    assertThat(item.onBehalfOf()).contains("agent");
    assertRefused(StaleRecord.class, "WORK-001", () -> item.claimFor("agent", "third"));
  }

  @Test
  void isNotCompletedForSomebodyWhoMayNotWorkIt() {
    item.claim("agent");
    item.delegate("agent", "colleague");
    assertThat(item.exclude(List.of("agent"))).isTrue();
    assertThat(item.state()).isEqualTo(WorkItemState.OFFERED);
    assertThat(item.assignee()).isEmpty();
    assertRefused(ForbiddenAction.class, "WORK-003", () -> item.claim("agent"));
    item.claim("colleague");
    item.complete("colleague", 0, Answer.of("approved", "", Values.EMPTY, List.of()), Flows.BEGUN);
  }

  @Test
  void excludingOthersLeavesItWhereItIs() {
    item.claim("agent");
    assertThat(item.exclude(List.of("first voter"))).isFalse();
    assertThat(item.assignee()).contains("agent");
    assertThat(item.excluded().names()).containsExactlyInAnyOrder("requester", "first voter");
  }

  @Test
  void goesToAnotherQueueWithoutItsAssignee() {
    item.claim("agent");
    item.moveTo("lead", true, "front_office");
    assertThat(item.queue()).isEqualTo("front_office");
    assertThat(item.assignee()).isEmpty();
    assertRefused(ForbiddenAction.class, "WORK-007", () -> item.moveTo("agent", false, "back_office"));
  }

  @Test
  void getsItsPriorityFromALeadOrWhoHasIt() {
    assertRefused(ForbiddenAction.class, "WORK-007", () -> item.prioritize("agent", false, Priority.HIGH));
    item.prioritize("lead", true, Priority.HIGH);
    assertThat(item.priority()).isEqualTo(Priority.HIGH);
  }

  @Test
  void staysWhereItEnded() {
    item.cancel("the case was closed", Flows.BEGUN);
    assertRefused(StaleRecord.class, "WORK-002", () -> item.reassign("lead", true, "agent"));
    assertRefused(StaleRecord.class, "WORK-002", () -> item.moveTo("lead", true, "front_office"));
    assertRefused(StaleRecord.class, "WORK-002", () -> item.delegate("agent", "colleague"));
    assertRefused(StaleRecord.class, "WORK-002", () -> item.claimFor("agent", "colleague"));
    assertRefused(StaleRecord.class, "WORK-002", () -> item.prioritize("lead", true, Priority.LOW));
  }

  private static void assertRefused(Class<? extends RuleViolation> kind, String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(kind).extracting("code").isEqualTo(code);
  }
}
