package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.straight;
import static org.casebound.domain.flow.Definitions.work;

import java.util.Map;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class SendBackTest {
  /** A flow that is in its second stage, whose step {@code b} has called. */
  private static RunningFlow inTheSecondStage() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", work("a")), stage("two", background("b", call("c")), work("d")), stage("three", work("e"))));
    flow.finished("a", "approved");
    return flow;
  }

  @Test
  void whatIsOpenEndsAndTheStageBeginsAnew() {
    RunningFlow flow = inTheSecondStage();
    assertThat(flow.on(new FlowEvent.SentBack("one", "the wrong paper")))
        .startsWith(
            new Decision.FlowSentBack("one", "the wrong paper"),
            new Decision.StepDiscontinued("b", "the wrong paper"),
            new Decision.StepDiscontinued("d", "the wrong paper"),
            new Decision.StageDiscontinued("two"));
    assertThat(flow.snapshot().stage()).contains("one");
    assertThat(flow.snapshot().entries("one")).isEqualTo(2);
    assertThat(flow.step("a")).isEqualTo(StepState.IN_PROGRESS);
    assertRefused(flow, new FlowEvent.CallDone("b", Map.of()), "FLOW-001");
    flow.finished("a", "approved");
    assertThat(flow.snapshot().stage()).contains("two");
    assertThat(flow.step("b")).isEqualTo(StepState.IN_PROGRESS);
  }

  @Test
  void aStageBeginsAnewWhileTheFlowIsInIt() {
    RunningFlow flow = inTheSecondStage();
    flow.finished("d", "approved");
    flow.on(new FlowEvent.SentBack("two", "again"));
    assertThat(flow.step("d")).isEqualTo(StepState.IN_PROGRESS);
    assertThat(flow.snapshot().entries("two")).isEqualTo(2);
  }

  @Test
  void aFlowThatStoppedGoesOnFromThere() {
    RunningFlow flow = inTheSecondStage();
    flow.refused("b");
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    flow.on(new FlowEvent.SentBack("one", "other data"));
    assertThat(flow.state()).isEqualTo(FlowState.IN_PROGRESS);
    assertThat(flow.step("b")).isEqualTo(StepState.DISCONTINUED);
    assertThat(flow.stage("two")).isEqualTo(StageState.DISCONTINUED);
    assertThat(flow.step("a")).isEqualTo(StepState.IN_PROGRESS);
  }

  @Test
  void onlyToWhereItWasAndOnlyWhileItRuns() {
    RunningFlow flow = inTheSecondStage();
    assertRefused(flow, new FlowEvent.SentBack("three", "forward"), "FLOW-015");
    assertRefused(flow, new FlowEvent.SentBack("nowhere", "typing error"), "FLOW-015");
    flow.on(new FlowEvent.Suspended("holiday"));
    assertRefused(flow, new FlowEvent.SentBack("one", "back"), "FLOW-001");
    flow.on(new FlowEvent.Canceled("no more"));
    assertRefused(flow, new FlowEvent.SentBack("one", "back"), "FLOW-001");
  }

  @Test
  void notMoreOftenThanTheStageMayBeEntered() {
    RunningFlow flow = RunningFlow.started(straight(call("c"), assign("x", "1")));
    String only = flow.snapshot().stage().orElseThrow();
    assertRefused(flow, new FlowEvent.SentBack(only, "again"), "FLOW-004");
  }

  private static void assertRefused(RunningFlow flow, FlowEvent event, String code) {
    FlowSnapshot before = flow.snapshot();
    assertThatThrownBy(() -> flow.on(event)).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
    assertThat(flow.snapshot()).isEqualTo(before);
  }
}
