package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.after;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.close;
import static org.casebound.domain.flow.Definitions.onlyWhen;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.work;

import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class ClosedCaseTest {
  private static final StepDefinition CLOSING = background("closing", call("c"), close(Resolution.FULFILLED, "'done'"));

  @Test
  void endsTheFlowAndWhateverStillRuns() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", CLOSING, work("a")), stage("two", work("b"))));
    assertThat(RunningFlow.inShort(flow.done("closing")))
        .containsExactly(
            "CaseClosed FULFILLED done",
            "StepCompleted closing",
            "StepDiscontinued a",
            "StageDiscontinued one",
            "FlowCompleted");
    assertThatThrownBy(() -> flow.finished("a", "approved")).isInstanceOf(RuleViolation.class);
  }

  @Test
  void startsNoOtherStepOfItsStage() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(stage("one", background("closing", close(Resolution.FULFILLED, "''")), work("a"), after(work("b"), "closing"))));
    assertThat(flow.decisions(Decision.WorkOffered.class)).isEmpty();
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void completesAStageWhoseStepsAreAllCompleted() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", CLOSING)));
    flow.done("closing");
    assertThat(flow.stage("one")).isEqualTo(StageState.COMPLETED);
  }

  @Test
  void endsAFlowThatHasAFailedStep() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", CLOSING, background("a", call("d")))));
    flow.refused("a");
    assertThat(RunningFlow.inShort(flow.done("closing"))).endsWith("StepDiscontinued a", "StageDiscontinued one", "FlowCompleted");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
    assertThat(flow.step("a")).isEqualTo(StepState.DISCONTINUED);
    assertThatThrownBy(() -> flow.retried("a")).isInstanceOf(RuleViolation.class);
  }

  @Test
  void endsAFlowThatFailedBetweenTwoSteps() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", CLOSING, onlyWhen(work("a"), "request.vip == true"))));
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    flow.done("closing");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
    assertThat(flow.stage("one")).isEqualTo(StageState.DISCONTINUED);
  }
}
