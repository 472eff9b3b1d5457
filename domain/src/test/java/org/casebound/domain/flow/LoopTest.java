package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.callWith;
import static org.casebound.domain.flow.Definitions.each;
import static org.casebound.domain.flow.Definitions.flow;
import static org.casebound.domain.flow.Definitions.guarded;
import static org.casebound.domain.flow.Definitions.straight;
import static org.casebound.domain.flow.Definitions.subflow;
import static org.casebound.domain.flow.Definitions.variable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.VariableDefinition.Type;
import org.junit.jupiter.api.Test;

class LoopTest {
  @Test
  void callsOncePerItemInOrder() {
    RunningFlow flow = RunningFlow.started(straight(each("cards", "[7, 8]", "card", callWith("block", "id", "vars.card")), assign("end", "1")));
    flow.done("straight");
    flow.done("straight");
    assertThat(flow.decisions(Decision.CallPlaced.class)).extracting(Decision.CallPlaced::input).containsExactly(Map.of("id", 7L), Map.of("id", 8L));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
    assertThat(flow.variables()).isEqualTo(Map.of("end", 1L));
  }

  @Test
  void passesOverAnEmptyList() {
    RunningFlow flow = RunningFlow.started(straight(each("cards", "[]", "card", callWith("block", "id", "vars.card")), assign("end", "1")));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void doesNotNoticeThatItsListChanges() {
    RunningFlow flow =
        RunningFlow.started(
            straight(
                assign("n", "0"), assign("list", "[1, 2, 3]"), each("all", "vars.list", "item", assign("list", "[]"), assign("n", "vars.n + vars.item"))));
    assertThat(flow.variables()).containsEntry("n", 6L);
  }

  @Test
  void mayLieInALoopAndInASubflow() {
    RunningFlow flow =
        RunningFlow.started(
            straight(
                assign("n", "0"),
                each(
                    "outer",
                    "[1, 2]",
                    "a",
                    each("inner", "[10, 20]", "b", subflow("add", "Add", Map.of("x", "vars.a + vars.b"), Map.of("sum", "y"))),
                    assign("n", "vars.n + vars.sum"))),
            flow("Add", List.of(variable("x", Type.NUMBER, ""), variable("y", Type.NUMBER, "")), each("e", "[1]", "i", assign("y", "vars.x + vars.i"))));
    assertThat(flow.variables()).containsEntry("n", (20L + 1 + 1) + (20L + 2 + 1));
  }

  @Test
  void needsAList() {
    assertThat(failure("case.subject")).isEqualTo("FLOW-007");
  }

  @Test
  void takesNoListThatIsTooLong() {
    RunningFlow flow = new RunningFlow(straight(each("all", "request.many", "item", assign("a", "1"))));
    flow.request("many", Collections.nCopies(10_001, 1L));
    flow.on(new FlowEvent.Started());
    assertThat(flow.decisions(Decision.StepFailed.class)).extracting(Decision.StepFailed::code).containsExactly("FLOW-007");
  }

  @Test
  void isLeftWhenItsBodyFailsIntoAPathAroundIt() {
    RunningFlow flow =
        RunningFlow.started(
            straight(guarded(each("all", "[1, 2]", "item", assign("x", "request.nothing")), assign("code", "fault.code")), assign("end", "1")));
    assertThat(flow.variables()).isEqualTo(Map.of("code", "EXPR-001", "end", 1L));
    assertThat(flow.snapshot().step("straight").data()).isEmpty();
  }

  @Test
  void stopsAfterAMillionElementsAndGoesOnWhenRetried() {
    RunningFlow flow = new RunningFlow(straight(each("a", "request.many", "i", each("b", "request.many", "j"))));
    flow.request("many", Collections.nCopies(1_100, 1L));
    flow.on(new FlowEvent.Started());
    assertThat(flow.decisions(Decision.StepFailed.class)).extracting(Decision.StepFailed::code).containsExactly("FLOW-013");
    flow.retried("straight");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  private static String failure(String list) {
    return RunningFlow.started(straight(each("all", list, "item", assign("a", "1")))).decisions(Decision.StepFailed.class).get(0).code();
  }
}
