package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebound.domain.flow.Definitions.after;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.branching;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.entered;
import static org.casebound.domain.flow.Definitions.faultTo;
import static org.casebound.domain.flow.Definitions.flow;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.otherwise;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.step;
import static org.casebound.domain.flow.Definitions.variable;
import static org.casebound.domain.flow.Definitions.work;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.VariableDefinition.Type;
import org.junit.jupiter.api.Test;

class StepKindsTest {
  @Test
  void aStepThatRunsAFlowOffersTheOutputsOfThatFlow() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(
                stage(
                    "one",
                    step("check", new StepDefinition.RunFlow("Check", Map.of("card", "request.cardId"))),
                    after(background("b", assign("seen", "steps.check.data.result")), "check"))),
            flow("Check", List.of(variable("card", Type.TEXT, ""), variable("result", Type.TEXT, "")), call("ask"), assign("result", "vars.card")));
    flow.done("check");
    assertThat(flow.variables()).isEqualTo(Map.of("seen", "4711"));
    assertThat(flow.snapshot().step("check").outcome()).isEqualTo("done");
  }

  @Test
  void aStepThatCallsOutOffersItsOutputsAndSetsVariables() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(
                stage(
                    "one",
                    step("block", new StepDefinition.CallOut("Back_Office", Map.of("id", "request.cardId"))),
                    after(background("b", assign("seen", "steps.block.data.reference")), "block"))));
    assertThat(flow.decisions(Decision.CallPlaced.class))
        .singleElement()
        .isEqualTo(new Decision.CallPlaced("block", 0, "block", "Back_Office", Map.of("id", "4711")));
    flow.done("block", "reference", "R-1");
    assertThat(flow.variables()).isEqualTo(Map.of("reference", "R-1", "seen", "R-1"));
  }

  @Test
  void aFailedStepLeadsToTheFaultStageWithoutAnIncident() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(faultTo(stage("one", background("a", call("c")), work("b")), "mend"), stage("two", work("d")), stage("mend", work("m"))));
    assertThat(RunningFlow.inShort(flow.refused("a")))
        .containsExactly("StepFaulted a NO", "StepDiscontinued b", "StageFailed one", "StageEntered mend", "WorkOffered m");
    assertThat(flow.state()).isEqualTo(FlowState.IN_PROGRESS);
    assertThat(flow.step("a")).isEqualTo(StepState.ERROR);
    assertThat(flow.stage("one")).isEqualTo(StageState.ERROR);
    flow.finished("m", "approved");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void usedUpTriesLeadToTheFaultStageToo() {
    RunningFlow flow = RunningFlow.started(orchestration(faultTo(stage("one", background("a", call("c"))), "mend"), stage("mend", work("m"))));
    flow.broken("a");
    assertThat(flow.waits()).containsExactly("PERSON m m");
  }

  @Test
  void anIncidentRaisedOnPurposeIsNotForTheFaultStage() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(faultTo(stage("one", background("a", new Element.RaiseIncident("i", "LOOK", "'look'"))), "mend"), stage("mend", work("m"))));
    assertThat(flow.waits()).containsExactly("DECISION a a");
  }

  @Test
  void startsNoFurtherStepOfAStageThatLeftForItsFaultStage() {
    RunningFlow flow =
        RunningFlow.started(
            orchestration(faultTo(stage("one", background("a", assign("x", "request.nothing")), work("b")), "mend"), stage("mend", work("m"))));
    assertThat(flow.step("b")).isEqualTo(StepState.DISCONTINUED);
    assertThat(flow.waits()).containsExactly("PERSON m m");
  }

  @Test
  void aStageMayBeItsOwnFaultStageUntilItWasEnteredTooOften() {
    RunningFlow flow = RunningFlow.started(orchestration(entered(faultTo(stage("one", background("a", call("c"))), "one"), 2)));
    flow.refused("a");
    assertThat(flow.waits()).containsExactly("CALL a Back_Office");
    flow.refused("a");
    assertThat(flow.waits()).containsExactly("DECISION a a");
    flow.retried("a");
    flow.done("a");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aStageIsEnteredNoOftenerThanItMay() {
    RunningFlow flow = RunningFlow.started(orchestration(entered(branching(stage("one", work("a")), otherwise("one")), 3)));
    flow.finished("a", "approved");
    flow.finished("a", "approved");
    flow.finished("a", "approved");
    assertThat(flow.decisions(Decision.FlowFailed.class)).extracting(Decision.FlowFailed::code).containsExactly("FLOW-004");
    assertThat(flow.waits()).containsExactly("DECISION  flow");
  }
}
