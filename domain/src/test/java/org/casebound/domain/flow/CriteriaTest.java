package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.condition;
import static org.casebound.domain.flow.Definitions.endingWhen;
import static org.casebound.domain.flow.Definitions.exiting;
import static org.casebound.domain.flow.Definitions.flow;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.startingWhen;
import static org.casebound.domain.flow.Definitions.variable;
import static org.casebound.domain.flow.Definitions.work;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.VariableDefinition.Type;
import org.junit.jupiter.api.Test;

class CriteriaTest {
  private static final Criterion HERE = condition("request.there == 'here'");

  private static Autolaunched evaluation(Element... elements) {
    return flow("asking", List.of(variable("holds", Type.ANY, "")), elements);
  }

  private static RunningFlow missing(RunningFlow flow) {
    flow.request("there", "not yet");
    flow.on(new FlowEvent.Started());
    return flow;
  }

  private static void becomesTrue(RunningFlow flow) {
    flow.request("there", "here");
    flow.on(new FlowEvent.Rechecked());
  }

  @Test
  void aStepStartsWhenAChangeMakesItsConditionHold() {
    RunningFlow flow = missing(new RunningFlow(orchestration(stage("one", work("a"), startingWhen(work("b"), HERE)))));
    assertThat(flow.step("b")).isEqualTo(StepState.NOT_STARTED);
    becomesTrue(flow);
    assertThat(flow.step("b")).isEqualTo(StepState.IN_PROGRESS);
  }

  @Test
  void workEndsWithoutItsPersonWhenItsEndConditionHolds() {
    RunningFlow flow = missing(new RunningFlow(orchestration(stage("one", endingWhen(work("a"), HERE), work("b")))));
    becomesTrue(flow);
    assertThat(flow.decisions(Decision.WorkWithdrawn.class)).extracting(Decision.WorkWithdrawn::step).containsExactly("a");
    assertThat(flow.snapshot().step("a").outcome()).isEqualTo(StepDefinition.ENDED_BY_CRITERION);
  }

  @Test
  void aStageEndsWhenItsExitConditionHoldsAndDiscontinuesWhatRuns() {
    RunningFlow flow = missing(new RunningFlow(orchestration(exiting(stage("one", work("a"), background("b", call("c"))), HERE), stage("two", work("d")))));
    becomesTrue(flow);
    assertThat(flow.step("a")).isEqualTo(StepState.DISCONTINUED);
    assertThat(flow.step("b")).isEqualTo(StepState.DISCONTINUED);
    assertThat(flow.stage("one")).isEqualTo(StageState.COMPLETED);
    assertThat(flow.waits()).containsExactly("PERSON d d");
  }

  @Test
  void aStageWithAnExitConditionWaitsForItWhenItsStepsHaveEnded() {
    RunningFlow flow = missing(new RunningFlow(orchestration(exiting(stage("one", background("a")), HERE))));
    assertThat(flow.waits()).containsExactly("EXIT  one");
    becomesTrue(flow);
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void anEvaluationFlowIsAsked() {
    Criterion asking = new Criterion.Evaluation("asking");
    RunningFlow flow =
        missing(
            new RunningFlow(
                orchestration(stage("one", work("a"), startingWhen(work("b"), asking))),
                evaluation(assign("seen", "request.there"), assign("holds", "vars.seen == 'here'"))));
    assertThat(flow.step("b")).isEqualTo(StepState.NOT_STARTED);
    assertThat(flow.variables()).isEmpty();
    becomesTrue(flow);
    assertThat(flow.step("b")).isEqualTo(StepState.IN_PROGRESS);
    assertThat(flow.variables()).isEmpty();
  }

  @Test
  void anEvaluationFlowMayOnlyCompute() {
    for (Element more :
        List.of(
            call("c"),
            Definitions.close(org.casebound.domain.shared.Resolution.FULFILLED, "''"),
            new Element.UpdateRequest("u", Map.of("a", "1")),
            new Element.WaitUntil("w", "'2026-01-01'"),
            new Element.RaiseIncident("i", "A", "''"))) {
      assertThatThrownBy(
              () -> new RunningFlow(orchestration(exiting(stage("one", work("a")), new Criterion.Evaluation("asking"))), evaluation(more)))
          .extracting("code")
          .isEqualTo("FLOW-008");
    }
  }

  @Test
  void anEvaluationFlowWithoutAnAnswerStopsTheFlow() {
    RunningFlow flow =
        RunningFlow.started(orchestration(exiting(stage("one", work("a")), new Criterion.Evaluation("asking"))), evaluation(assign("holds", "'maybe'")));
    assertThat(flow.decisions(Decision.FlowFailed.class)).extracting(Decision.FlowFailed::code).containsExactly("FLOW-008");
    assertThat(flow.waits()).contains("DECISION  flow");
  }
}
