package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.callWith;
import static org.casebound.domain.flow.Definitions.close;
import static org.casebound.domain.flow.Definitions.decide;
import static org.casebound.domain.flow.Definitions.straight;
import static org.casebound.domain.flow.Definitions.updateCase;

import java.util.Map;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class StraightThroughFlowTest {
  @Test
  void runsUpToItsFirstCall() {
    RunningFlow flow = new RunningFlow(straight(assign("tries", "1"), callWith("block", "card", "request.cardId")));
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.Started())))
        .containsExactly(
            "FlowStarted",
            "StageEntered straight",
            "StepStarted straight",
            "VariableSet tries=1",
            "CallPlaced straight block");
    assertThat(flow.decisions(Decision.CallPlaced.class))
        .singleElement()
        .satisfies(call -> assertThat(call.input()).isEqualTo(Map.of("card", "4711")));
  }

  @Test
  void goesOnBehindTheCallWithItsOutputsAndClosesTheCase() {
    RunningFlow flow = RunningFlow.started(straight(call("block"), close(Resolution.FULFILLED, "vars.reference")));
    assertThat(RunningFlow.inShort(flow.done("straight", "reference", "B-1")))
        .containsExactly(
            "VariableSet reference=B-1",
            "CaseClosed FULFILLED B-1",
            "StepCompleted straight",
            "StageCompleted straight",
            "FlowCompleted");
  }

  @Test
  void endsWithoutClosingWhenItDoesNotSaySo() {
    RunningFlow flow = RunningFlow.started(straight(assign("a", "1")));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
    assertThat(flow.snapshot().caseClosed()).isFalse();
  }

  @Test
  void runsNothingBehindTheClosingOfTheCase() {
    RunningFlow flow = RunningFlow.started(straight(close(Resolution.REJECTED, "'no'"), assign("late", "1"), call("late")));
    assertThat(flow.decisions(Decision.VariableSet.class)).isEmpty();
    assertThat(flow.decisions(Decision.CallPlaced.class)).isEmpty();
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void takesTheFirstRuleThatHoldsElseTheDefault() {
    assertThat(branchFor("request.cardId == '4711'")).isEqualTo("then");
    assertThat(branchFor("request.cardId == '0815'")).isEqualTo("otherwise");
  }

  private static Object branchFor(String condition) {
    return RunningFlow.started(straight(decide(condition, assign("way", "'then'"), assign("way", "'otherwise'"))))
        .snapshot()
        .variables()
        .asMap()
        .get("way");
  }

  @Test
  void goesOnBehindADecisionWhoseCallIsAnswered() {
    RunningFlow flow =
        RunningFlow.started(straight(decide("true", call("inner"), assign("way", "'otherwise'")), assign("behind", "1")));
    flow.done("straight");
    assertThat(flow.snapshot().variables().asMap()).isEqualTo(Map.of("behind", 1L));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void seesItsOwnUpdates() {
    RunningFlow flow =
        RunningFlow.started(
            straight(
                new Element.UpdateRequest("update", Map.of("cardId", "'0815'")),
                updateCase("subject", "request.cardId"),
                assign("seen", "case.subject")));
    assertThat(flow.snapshot().variables().asMap()).containsEntry("seen", "0815");
  }

  @Test
  void refusesToStartTwice() {
    RunningFlow flow = RunningFlow.started(straight(call("block")));
    assertThatThrownBy(() -> flow.on(new FlowEvent.Started()))
        .isInstanceOf(RuleViolation.class)
        .extracting("code")
        .isEqualTo("FLOW-001");
  }

  @Test
  void stopsAtAValueThatTheCaseWouldNotAccept() {
    RunningFlow flow = RunningFlow.started(straight(updateCase("priority", "'URGENT'")));
    assertThat(flow.decisions(Decision.CaseUpdated.class)).isEmpty();
    assertThat(flow.decisions(Decision.StepFailed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.code()).isEqualTo("CASE-009"));
  }

  @Test
  void isStoppedByAnExpressionThatCanNotBeEvaluated() {
    RunningFlow flow = RunningFlow.started(straight(assign("a", "request.nothing")));
    assertThat(flow.step("straight")).isEqualTo(StepState.ERROR);
    assertThat(flow.state()).isEqualTo(FlowState.ERROR);
  }
}
