package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.branching;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.callWith;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.otherwiseEnd;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.step;
import static org.casebound.domain.flow.Definitions.undoneBy;
import static org.casebound.domain.flow.Definitions.when;
import static org.casebound.domain.flow.Definitions.work;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class UndoTest {
  private static StepDefinition booking(String name) {
    return undoneBy(
        step(name, new StepDefinition.CallOut("Back_Office", Map.of())), callWith("unbook", "id", "steps." + name + ".data.id"));
  }

  private static RunningFlow undo(RunningFlow canceled) {
    Values variables = canceled.machine().undoVariables(canceled.snapshot());
    RunningFlow undo = new RunningFlow(canceled.machine().undoing(variables)).with(variables);
    undo.on(new FlowEvent.Started());
    return undo;
  }

  @Test
  void runsInTheReverseOrderOfCompletion() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", booking("a"), booking("b"), booking("c"), work("w"))));
    flow.done("b", "id", "B");
    flow.done("a", "id", "A");
    assertThat(RunningFlow.inShort(flow.on(new FlowEvent.Canceled("no more")))).endsWith("FlowCanceled [a, b]");

    RunningFlow undo = undo(flow);
    assertThat(undo.machine().definition().name()).isEqualTo("flow_undo");
    undo.done("a");
    undo.done("b");
    assertThat(undo.decisions(Decision.CallPlaced.class)).extracting(Decision.CallPlaced::input).containsExactly(Map.of("id", "A"), Map.of("id", "B"));
    assertThat(undo.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void undoesEveryCompletionWithWhatWasKnownThen() {
    RunningFlow flow =
        RunningFlow.started(orchestration(branching(stage("one", booking("a")), when("true", "one"), otherwiseEnd())));
    flow.done("a", "id", "first");
    flow.done("a", "id", "second");
    flow.on(new FlowEvent.Canceled("no more"));
    RunningFlow undo = undo(flow);
    undo.done("a");
    undo.done("a_2");
    assertThat(undo.decisions(Decision.CallPlaced.class))
        .extracting(Decision.CallPlaced::input)
        .containsExactly(Map.of("id", "second"), Map.of("id", "first"));
  }

  @Test
  void knowsTheFlowsVariablesAndHidesItsOwn() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(stage("one", background("v", assign("n", "1")), undoneBy(background("a"), assign("seen", "vars.n + 1")), work("w"))));
    flow.on(new FlowEvent.Canceled("no more"));
    assertThat(undo(flow).variables()).containsEntry("seen", 2L);
    assertThat(Facts.variables(flow.snapshot())).isEqualTo(Map.of("n", 1L));
  }

  @Test
  void goesOnWhenTheCaseIsClosed() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", booking("a"), work("w"))));
    flow.done("a", "id", "A");
    flow.on(new FlowEvent.Canceled("no more"));
    RunningFlow undo = undo(flow);
    FlowSnapshot closed = new Decision.CaseClosed(Resolution.REJECTED, "").appliedTo(undo.snapshot());
    assertThat(undo.machine().decide(closed, new FlowEvent.Rechecked())).isEmpty();
  }

  @Test
  void stopsWithAnIncidentWhenItFails() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", booking("a"), booking("b"), work("w"))));
    flow.done("a", "id", "A");
    flow.done("b", "id", "B");
    flow.on(new FlowEvent.Canceled("no more"));
    RunningFlow undo = undo(flow);
    undo.refused("b");
    assertThat(undo.waits()).containsExactly("DECISION b b");
    undo.retried("b");
    undo.done("b");
    assertThat(undo.waits()).containsExactly("CALL a Back_Office");
  }

  @Test
  void isNotForStepsThatWereNotCompletedOrDeclareNone() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", booking("a"), background("b", call("c")))));
    flow.done("b");
    flow.on(new FlowEvent.Canceled("no more"));
    assertThat(flow.decisions(Decision.FlowCanceled.class)).extracting(Decision.FlowCanceled::undo).containsExactly(List.of());
  }
}
