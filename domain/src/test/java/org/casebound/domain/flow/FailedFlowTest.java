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
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.straight;
import static org.casebound.domain.flow.Definitions.when;
import static org.casebound.domain.flow.Definitions.work;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class FailedFlowTest {
  @Test
  void stepsThatDoNotNeedTheFailedOneGoOn() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(stage("one", background("a", call("c")), work("b"), after(work("d"), "b"), after(work("e"), "a"))));
    flow.refused("a");
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    flow.finished("b", "approved");
    assertThat(flow.step("d")).isEqualTo(StepState.IN_PROGRESS);
    flow.finished("d", "approved");
    assertThat(flow.step("e")).isEqualTo(StepState.NOT_STARTED);
    assertThat(flow.stage("one")).isEqualTo(StageState.ERROR);
  }

  @Test
  void aStepResumesAtTheInstructionThatFailed() {
    RunningFlow flow =
        RunningFlow.started(straight(assign("n", "1"), call("c"), assign("n", "vars.n + 1"), assign("x", "request.later"), assign("end", "1")));
    flow.done("straight");
    assertThat(flow.snapshot().step("straight").position()).isEqualTo(3);
    flow.request("later", "here");
    flow.retried("straight");
    assertThat(flow.decisions(Decision.CallPlaced.class)).hasSize(1);
    assertThat(flow.snapshot().variables().asMap())
        .containsEntry("n", 2L)
        .containsEntry("x", "here")
        .containsEntry("end", 1L);
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aDecisionIsTakenAnewFromItsFirstRule() {
    Element decision =
        new Element.Decide(
            "decide",
            List.of(
                new Element.Rule("request.cardId == 'mended'", List.of(assign("way", "'first'"))),
                new Element.Rule("request.later == 'here'", List.of(assign("way", "'second'")))),
            List.of());
    RunningFlow flow = RunningFlow.started(straight(decision));
    flow.request("cardId", "mended");
    flow.retried("straight");
    assertThat(flow.variables()).containsEntry("way", "first");
  }

  @Test
  void aRefusedCallIsPlacedAgainWhenItsStepResumes() {
    RunningFlow flow = RunningFlow.started(straight(call("c")));
    flow.refused("straight");
    assertThat(RunningFlow.inShort(flow.retried("straight")))
        .containsExactly("StepResumed straight", "FlowResumed", "CallPlaced straight c");
    flow.done("straight");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aStepMayFailAgain() {
    RunningFlow flow = RunningFlow.started(straight(assign("x", "request.later")));
    assertThat(RunningFlow.inShort(flow.retried("straight")))
        .containsExactly("StepResumed straight", "FlowResumed", "StepFailed straight EXPR-001");
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
  }

  @Test
  void theFlowStaysFailedUntilTheLastFailedStepResumes() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", background("a", call("c")), background("b", call("d")))));
    flow.refused("a");
    flow.refused("b");
    assertThat(RunningFlow.inShort(flow.retried("a"))).containsExactly("StepResumed a", "CallPlaced a c");
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    assertThat(flow.stage("one")).isEqualTo(StageState.ERROR);
    assertThat(RunningFlow.inShort(flow.retried("b"))).containsExactly("StepResumed b", "FlowResumed", "CallPlaced b d");
    flow.done("a");
    flow.done("b");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aResumedStepMayEndWhileAnotherIsStillFailed() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", background("a", call("c")), background("b", call("d")))));
    flow.refused("a");
    flow.refused("b");
    flow.retried("a");
    flow.done("a");
    assertThat(flow.step("a")).isEqualTo(StepState.COMPLETED);
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    flow.retried("b");
    flow.done("b");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void theConditionOfAStepThatCanNotBeEvaluatedStopsTheFlowOnceAndNotItsOtherSteps() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(stage("one", onlyWhen(work("a"), "request.vip == true"), work("b"), after(work("c"), "b"))));
    assertThat(flow.step("b")).isEqualTo(StepState.IN_PROGRESS);
    flow.finished("b", "approved");
    flow.finished("c", "approved");
    assertThat(flow.decisions(Decision.FlowFailed.class)).hasSize(1);
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    assertThat(flow.stage("one")).isEqualTo(StageState.IN_PROGRESS);
  }

  @Test
  void aResumedFlowLooksAtItsConditionsAgain() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", onlyWhen(work("a"), "request.vip == true"), work("b"))));
    flow.finished("b", "approved");
    flow.request("vip", true);
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.FlowRetried()))).containsExactly("FlowResumed", "WorkOffered a");
    flow.finished("a", "approved");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aBranchThatCanNotBeEvaluatedIsNotTakenForOneThatDoesNotHold() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(
                branching(stage("one", work("a")), when("request.vip == true", "fast"), otherwise("slow")),
                stage("fast", work("f")),
                stage("slow", work("s"))));
    flow.finished("a", "approved");
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    assertThat(flow.stage("one")).isEqualTo(StageState.COMPLETED);
    flow.request("vip", true);
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.FlowRetried())))
        .containsExactly("FlowResumed", "StageEntered fast", "WorkOffered f");
  }

  @Test
  void aFlowThatNeverBeganBeginsWhenAPersonResumesIt() {
    RunningFlow flow = new RunningFlow(orchestration(stage("one", work("a"))));
    FlowSnapshot failed = new Decision.FlowFailed("EXPR-001", "entry condition").appliedTo(flow.snapshot());
    FlowMachine machine = new FlowMachine(orchestration(stage("one", work("a"))), Map.of(), new TinyExpressions());
    assertThat(RunningFlow.inShort(machine.decide(failed, new FlowEvent.FlowRetried())))
        .containsExactly("FlowResumed", "StageEntered one", "WorkOffered a");
  }

  @Test
  void aFlowWithAFailedStepIsResumedByResumingTheStep() {
    RunningFlow flow = RunningFlow.started(straight(call("c")));
    flow.refused("straight");
    assertThat(flow.on(new FlowEvent.FlowRetried())).isEmpty();
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
  }

  @Test
  void aFlowThatHasNotFailedIsNotResumed() {
    RunningFlow flow = RunningFlow.started(straight(call("c")));
    assertThatThrownBy(() -> flow.on(new FlowEvent.FlowRetried()))
        .isInstanceOf(RuleViolation.class)
        .extracting("code")
        .isEqualTo("FLOW-001");
    assertThatThrownBy(() -> flow.retried("straight")).isInstanceOf(RuleViolation.class);
  }
}
