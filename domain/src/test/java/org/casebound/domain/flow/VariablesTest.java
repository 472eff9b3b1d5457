package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.guarded;
import static org.casebound.domain.flow.Definitions.variable;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.RecordTriggered;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.definition.VariableDefinition.Type;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static RecordTriggered flow(List<VariableDefinition> variables, Element... elements) {
    return new RecordTriggered("straight", "Straight", TriggerDefinition.FILED, variables, List.of(elements));
  }

  @Test
  void beginWithTheirDefaultsInOrder() {
    RunningFlow flow =
        RunningFlow.started(flow(List.of(variable("a", Type.NUMBER, "1"), variable("b", Type.NUMBER, "vars.a + 1"))));
    assertThat(flow.variables()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Test
  void beginEmptyWithoutADefault() {
    RunningFlow flow =
        RunningFlow.started(
            flow(
                List.of(
                    variable("t", Type.TEXT, ""),
                    variable("n", Type.NUMBER, ""),
                    variable("b", Type.BOOLEAN, ""),
                    variable("l", Type.LIST, ""),
                    variable("m", Type.MAP, ""))));
    assertThat(flow.variables()).isEqualTo(Map.of("t", "", "n", "", "b", false, "l", List.of(), "m", Map.of()));
  }

  @Test
  void keepWhatTheyWereGivenAtTheStart() {
    RunningFlow flow = new RunningFlow(flow(List.of(variable("a", Type.NUMBER, "1")))).with(new Values(Map.of("a", 9L)));
    flow.on(new FlowEvent.Started());
    assertThat(flow.variables()).containsEntry("a", 9L);
  }

  @Test
  void refuseAValueOfAnotherType() {
    RunningFlow flow = RunningFlow.started(flow(List.of(variable("n", Type.NUMBER, "1")), assign("n", "'x'")));
    assertThat(flow.decisions(Decision.StepFailed.class)).extracting(Decision.StepFailed::code).containsExactly("FLOW-006");
    assertThat(flow.variables()).containsEntry("n", 1L);
  }

  @Test
  void refuseAnAnswerOfAnotherTypeIntoTheFaultPath() {
    RunningFlow flow =
        RunningFlow.started(flow(List.of(variable("n", Type.NUMBER, "1")), guarded(call("c"), assign("code", "fault.code"))));
    flow.done("straight", "n", "text");
    assertThat(flow.variables()).containsEntry("code", "FLOW-006");
  }

  @Test
  void takeNoValueForAny() {
    RunningFlow flow = RunningFlow.started(flow(List.of(variable("n", Type.NUMBER, "1")), assign("n", "''"), assign("free", "'x'")));
    assertThat(flow.variables()).isEqualTo(Map.of("n", "", "free", "x"));
  }

  @Test
  void whoseDefaultFailsStopTheFlowUntilItIsRetried() {
    RunningFlow flow = RunningFlow.started(flow(List.of(variable("a", Type.ANY, "request.later")), assign("b", "vars.a")));
    assertThat(flow.decisions(Decision.FlowFailed.class)).extracting(Decision.FlowFailed::code).containsExactly("EXPR-001");
    assertThat(flow.waits()).containsExactly("DECISION  straight");
    flow.request("later", "here");
    flow.on(new FlowEvent.FlowRetried());
    assertThat(flow.variables()).isEqualTo(Map.of("a", "here", "b", "here"));
  }

  @Test
  void areCorrectedWithinTheirTypes() {
    RunningFlow flow = RunningFlow.started(flow(List.of(variable("n", Type.NUMBER, "1")), call("c")));
    flow.on(new FlowEvent.DataCorrected(Map.of("n", 5L, "free", "x"), Map.of("cardId", "1")));
    assertThat(flow.variables()).isEqualTo(Map.of("n", 5L, "free", "x"));
    assertThat(flow.snapshot().request().asMap()).containsEntry("cardId", "1");
    assertRefused(flow, Map.of("n", "x"), "FLOW-006");
    assertRefused(flow, Map.of("$undo", "x"), "FLOW-001");
  }

  private static void assertRefused(RunningFlow flow, Map<String, Object> variables, String code) {
    assertThatThrownBy(() -> flow.on(new FlowEvent.DataCorrected(variables, Map.of()))).extracting("code").isEqualTo(code);
  }
}
