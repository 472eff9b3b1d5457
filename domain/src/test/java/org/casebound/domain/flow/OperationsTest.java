package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.after;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.straight;
import static org.casebound.domain.flow.Definitions.work;

import java.util.List;
import java.util.Map;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static RunningFlow running() {
    return RunningFlow.started(orchestration(stage("one", work("a"), background("b", call("c")), after(work("d"), "a")), stage("two", work("e"))));
  }

  @Test
  void cancelingEndsWhateverRuns() {
    RunningFlow flow = running();
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.Canceled("no more"))))
        .containsExactly("StepCanceled a", "StepCanceled b", "StageCanceled one", "FlowCanceled []");
    assertThat(flow.state()).isEqualTo(FlowState.CANCELED);
    assertThat(flow.waits()).isEmpty();
    assertRefused(flow, new FlowEvent.Canceled("again"), "FLOW-001");
    assertRefused(flow, new FlowEvent.Rechecked(), "FLOW-001");
    assertRefused(flow, new FlowEvent.CallDone("b", Map.of()), "FLOW-001");
  }

  @Test
  void aFailedFlowAndASuspendedOneMayBeCanceled() {
    RunningFlow failed = running();
    failed.refused("b");
    failed.on(new FlowEvent.Canceled("no more"));
    assertThat(failed.state()).isEqualTo(FlowState.CANCELED);
    assertThat(failed.stage("one")).isEqualTo(StageState.CANCELED);
    RunningFlow suspended = running();
    suspended.on(new FlowEvent.Suspended("holiday"));
    suspended.on(new FlowEvent.Canceled("no more"));
    assertThat(suspended.state()).isEqualTo(FlowState.CANCELED);
  }

  @Test
  void nothingHappensToASuspendedFlow() {
    RunningFlow flow = running();
    flow.on(new FlowEvent.Suspended("holiday"));
    assertThat(flow.stage("one")).isEqualTo(StageState.SUSPENDED);
    assertThat(flow.waits()).startsWith("RESUMPTION  flow");
    assertRefused(flow, new FlowEvent.WorkFinished("a", "anna", "approved", "", Map.of()), FlowMachine.SUSPENDED);
    assertRefused(flow, new FlowEvent.CallDone("b", Map.of()), FlowMachine.SUSPENDED);
    assertRefused(flow, new FlowEvent.EventArrived("paid", Map.of()), FlowMachine.SUSPENDED);
    assertRefused(flow, new FlowEvent.Suspended("twice"), "FLOW-001");
    assertThat(flow.on(new FlowEvent.Rechecked())).isEmpty();
    flow.on(new FlowEvent.Resumed());
    assertThat(flow.stage("one")).isEqualTo(StageState.IN_PROGRESS);
    flow.finished("a", "approved");
    assertThat(flow.step("d")).isEqualTo(StepState.IN_PROGRESS);
    assertRefused(flow, new FlowEvent.Resumed(), "FLOW-001");
  }

  @Test
  void aSkippedStepEndsAsIfItHadBeenDone() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", background("b", call("c")), after(background("s", assign("x", "steps.b.data.ref")), "b"))));
    flow.refused("b");
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.StepSkipped("b", "olga", "done", Map.of("ref", "R", "$run", 1L), "by phone"))))
        .startsWith("StepCompleted b", "FlowResumed", "StepStarted s");
    assertThat(flow.variables()).isEqualTo(Map.of("x", "R"));
    assertThat(flow.snapshot().step("b").completedBy()).isEqualTo("olga");
    assertThat(flow.snapshot().step("b").comment()).isEqualTo("by phone");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void onlyAFailedStepIsSkippedOrRetried() {
    RunningFlow flow = running();
    assertRefused(flow, new FlowEvent.StepSkipped("b", "olga", "done", Map.of(), ""), "FLOW-001");
    assertRefused(flow, new FlowEvent.StepRetried("b"), "FLOW-001");
    assertRefused(flow, new FlowEvent.StepRetried("unknown"), "FLOW-001");
  }

  @Test
  void aStepIsRetriedWithCorrectedData() {
    RunningFlow flow = RunningFlow.started(straight(assign("x", "request.later"), assign("y", "vars.z")));
    flow.on(new FlowEvent.DataCorrected(Map.of("z", 1L), Map.of("later", "here")));
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
    flow.retried("straight");
    assertThat(flow.variables()).isEqualTo(Map.of("x", "here", "y", 1L, "z", 1L));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aCaseClosedFromOutsideEndsTheFlowInWhateverState() {
    for (List<FlowEvent> before :
        List.of(List.<FlowEvent>of(), List.<FlowEvent>of(new FlowEvent.Suspended("x")), List.<FlowEvent>of(new FlowEvent.StepBroken("b", "T", "t")))) {
      RunningFlow flow = running();
      before.forEach(flow::on);
      FlowSnapshot closed = new Decision.CaseClosed(Resolution.REJECTED, "by hand").appliedTo(flow.snapshot());
      List<Decision> decisions = flow.machine().decide(closed, new FlowEvent.Rechecked());
      assertThat(RunningFlow.inShort(decisions))
          .containsExactly("StepDiscontinued a", "StepDiscontinued b", "StageDiscontinued one", "FlowCompleted");
      FlowSnapshot ended = closed;
      for (Decision decision : decisions) {
        ended = decision.appliedTo(ended);
      }
      assertThat(ended.state()).isEqualTo(FlowState.COMPLETED);
    }
  }

  @Test
  void aFlowThatNeverBeganIsCanceledAtOnce() {
    RunningFlow flow = new RunningFlow(straight(call("c")));
    flow.on(new FlowEvent.Canceled("not wanted"));
    assertThat(flow.state()).isEqualTo(FlowState.CANCELED);
    assertThat(flow.snapshot().variables()).isEqualTo(Values.EMPTY);
  }

  private static void assertRefused(RunningFlow flow, FlowEvent event, String code) {
    FlowSnapshot before = flow.snapshot();
    assertThatThrownBy(() -> flow.on(event)).extracting("code").isEqualTo(code);
    assertThat(flow.snapshot()).isEqualTo(before);
  }
}
