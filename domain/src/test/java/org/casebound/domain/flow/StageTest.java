package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.after;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.branching;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.onlyWhen;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.otherwise;
import static org.casebound.domain.flow.Definitions.otherwiseEnd;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.when;
import static org.casebound.domain.flow.Definitions.work;

import java.util.stream.IntStream;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void startsTheStepsThatWaitForNothingTogether() {
    RunningFlow flow = new RunningFlow(orchestration(stage("one", work("a"), background("b", call("c")), work("d"))));
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.Started())))
        .containsExactly(
            "FlowStarted", "StageEntered one", "WorkOffered a", "StepStarted b", "CallPlaced b c", "WorkOffered d");
  }

  @Test
  void startsAStepWhenAllStepsItFollowsAreCompleted() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", work("a"), work("b"), after(work("c"), "a", "b"))));
    assertThat(RunningFlow.inShort(flow.finished("a", "approved"))).containsExactly("StepCompleted a");
    assertThat(RunningFlow.inShort(flow.finished("b", "approved"))).containsExactly("StepCompleted b", "WorkOffered c");
  }

  @Test
  void startsAStepWhenItsConditionComesTrue() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(stage("one", work("a"), onlyWhen(work("b"), "steps.a.outcome == 'approved'"))));
    assertThat(flow.step("b")).isEqualTo(StepState.NOT_STARTED);
    flow.finished("a", "approved");
    assertThat(flow.step("b")).isEqualTo(StepState.IN_PROGRESS);
  }

  @Test
  void leavesOutAStepWhoseConditionNeverHoldsAndThoseThatFollowIt() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(stage("one", work("a"), onlyWhen(work("b"), "false"), after(work("c"), "b")), stage("two", work("d"))));
    assertThat(RunningFlow.inShort(flow.finished("a", "approved")))
        .containsExactly(
            "StepCompleted a",
            "StepDiscontinued b",
            "StepDiscontinued c",
            "StageCompleted one",
            "StageEntered two",
            "WorkOffered d");
  }

  @Test
  void isLeftOutWholeWhenNoneOfItsStepsMayStart() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", onlyWhen(work("a"), "false"))));
    assertThat(flow.step("a")).isEqualTo(StepState.DISCONTINUED);
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void isFollowedByTheFirstBranchThatHolds() {
    assertThat(nextAfter("approved")).isEqualTo("yes");
    assertThat(nextAfter("rejected")).isEqualTo("no");
  }

  private static String nextAfter(String outcome) {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(
                branching(stage("ask", work("a")), when("steps.a.outcome == 'approved'", "yes"), otherwise("no")),
                stage("yes", work("y")),
                stage("no", work("n"))));
    flow.finished("a", outcome);
    return flow.snapshot().stage().orElseThrow();
  }

  @Test
  void endsTheFlowWhereABranchSaysSo() {
    RunningFlow flow =
        RunningFlow.started(orchestration(branching(stage("one", work("a")), otherwiseEnd()), stage("two", work("b"))));
    flow.finished("a", "approved");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
    assertThat(flow.stage("two")).isEqualTo(StageState.NOT_STARTED);
  }

  @Test
  void isEnteredAnewWhenABranchGoesBack() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(
                stage("draft", work("a"), after(work("b"), "a")),
                branching(stage("check", work("c")), when("steps.c.outcome == 'rejected'", "draft"), otherwiseEnd())));
    flow.finished("a", "approved");
    flow.finished("b", "approved");
    flow.finished("c", "rejected");
    assertThat(flow.step("a")).isEqualTo(StepState.IN_PROGRESS);
    assertThat(flow.step("b")).isEqualTo(StepState.NOT_STARTED);
    flow.finished("a", "approved");
    assertThat(flow.step("b")).isEqualTo(StepState.IN_PROGRESS);
    flow.finished("b", "approved");
    flow.finished("c", "approved");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void mayFollowItself() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(branching(stage("one", work("a")), when("steps.a.outcome == 'rejected'", "one"), otherwiseEnd())));
    flow.finished("a", "rejected");
    assertThat(flow.step("a")).isEqualTo(StepState.IN_PROGRESS);
    flow.finished("a", "approved");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void circlesThatWaitForNothingStopTheFlow() {
    RunningFlow flow =
        RunningFlow.started(orchestration(branching(stage("one", background("a", assign("n", "1"))), otherwise("one"))));
    assertThat(flow.decisions(Decision.StageEntered.class)).hasSize(StageRun.MAX_ENTRIES_PER_EVENT);
    assertThat(flow.decisions(Decision.FlowFailed.class)).extracting(Decision.FlowFailed::code).containsExactly("FLOW-002");
  }

  @Test
  void anyNumberOfThemMayRunThroughAtOnce() {
    StageDefinition[] stages =
        IntStream.range(0, 50).mapToObj(i -> stage("s" + i, background("b" + i))).toArray(StageDefinition[]::new);
    assertThat(RunningFlow.started(orchestration(stages)).state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void withoutABranchThatHoldsStopsTheFlow() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(branching(stage("one", work("a")), when("steps.a.outcome == 'approved'", "two")), stage("two", work("b"))));
    flow.finished("a", "rejected");
    assertThat(flow.decisions(Decision.FlowFailed.class)).extracting(Decision.FlowFailed::code).containsExactly("FLOW-003");
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
  }

  @Test
  void refusesWorkForAStepThatHasNone() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", work("a"), background("b", call("c")))));
    assertRefused(flow, new FlowEvent.WorkFinished("b", "agent", "approved", "", java.util.Map.of()));
    assertRefused(flow, new FlowEvent.CallDone("a", java.util.Map.of()));
    assertRefused(flow, new FlowEvent.CallFailed("a", "NO", "no"));
    assertRefused(flow, new FlowEvent.StepBroken("a", "NO", "no"));
    assertRefused(flow, new FlowEvent.StepRetried("a"));
    assertRefused(flow, new FlowEvent.CallDone("unknown", java.util.Map.of()));
  }

  @Test
  void refusesASecondFinish() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", work("a"), work("b"))));
    flow.finished("a", "approved");
    assertRefused(flow, new FlowEvent.WorkFinished("a", "agent", "rejected", "", java.util.Map.of()));
  }

  private static void assertRefused(RunningFlow flow, FlowEvent event) {
    FlowSnapshot before = flow.snapshot();
    assertThatThrownBy(() -> flow.on(event))
        .isInstanceOf(RuleViolation.class)
        .extracting("code")
        .isEqualTo("FLOW-001");
    assertThat(flow.snapshot()).isEqualTo(before);
  }

  @Test
  void ofAStraightThroughFlowIsNamedLikeTheFlow() {
    Orchestration shown = FlowMachine.orchestrationOf(Definitions.straight(call("c")));
    assertThat(shown.stage("straight")).isPresent();
    assertThat(shown.step("straight")).isPresent();
  }
}
