package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.close;
import static org.casebound.domain.flow.Definitions.straight;

import org.casebound.domain.shared.Resolution;
import org.junit.jupiter.api.Test;

class FaultPathTest {
  @Test
  void isTakenWhenTheBackOfficeRefuses() {
    RunningFlow flow =
        RunningFlow.started(
            straight(call("block", close(Resolution.REJECTED, "fault.message")), close(Resolution.FULFILLED, "''")));
    assertThat(RunningFlow.inShort(flow.refused("straight")))
        .startsWith("FaultTaken block NO", "CaseClosed REJECTED the bank says no");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void isPassedByWhenTheCallIsDone() {
    RunningFlow flow = RunningFlow.started(straight(call("block", assign("way", "'fault'")), assign("end", "1")));
    flow.done("straight");
    assertThat(flow.snapshot().variables().asMap()).containsOnlyKeys("end");
  }

  @Test
  void goesOnBehindTheCallWhenItDoesNotCloseTheCase() {
    RunningFlow flow = RunningFlow.started(straight(call("block", assign("way", "fault.code")), assign("end", "1")));
    flow.refused("straight");
    assertThat(flow.snapshot().variables().asMap()).containsEntry("way", "NO").containsEntry("end", 1L);
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void stillKnowsTheFaultWhenACallOnItIsAnswered() {
    RunningFlow flow =
        RunningFlow.started(straight(call("block", call("undo"), close(Resolution.REJECTED, "fault.message"))));
    flow.refused("straight");
    assertThat(RunningFlow.inShort(flow.done("straight"))).startsWith("CaseClosed REJECTED the bank says no");
  }

  @Test
  void stillKnowsTheFaultWhenAPersonResumesTheStepOnIt() {
    RunningFlow flow =
        RunningFlow.started(straight(call("block", assign("note", "request.note"), assign("code", "fault.code"))));
    flow.refused("straight");
    flow.request("note", "now there");
    flow.retried("straight");
    assertThat(flow.snapshot().variables().asMap()).containsEntry("code", "NO");
  }

  @Test
  void ofACallOnAFaultPathKnowsTheNewerFault() {
    RunningFlow flow =
        RunningFlow.started(straight(call("block", call("undo", assign("code", "fault.code")))));
    flow.refused("straight");
    flow.on(new FlowEvent.CallFailed("straight", "NO-2", "again no"));
    assertThat(flow.snapshot().variables().asMap()).containsEntry("code", "NO-2");
  }

  @Test
  void isNotForOutcomesThatNobodyRefused() {
    RunningFlow flow = RunningFlow.started(straight(call("block", close(Resolution.REJECTED, "'no'"))));
    flow.broken("straight");
    assertThat(flow.step("straight")).isEqualTo(StepState.ERROR);
    assertThat(flow.snapshot().caseClosed()).isFalse();
  }

  @Test
  void missingTheStepFails() {
    RunningFlow flow = RunningFlow.started(straight(call("block")));
    flow.refused("straight");
    assertThat(flow.decisions(Decision.StepFailed.class))
        .singleElement()
        .isEqualTo(new Decision.StepFailed("straight", 0, "NO", "the bank says no", false));
  }
}
