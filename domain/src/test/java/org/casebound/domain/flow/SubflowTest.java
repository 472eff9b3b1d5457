package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.flow;
import static org.casebound.domain.flow.Definitions.guarded;
import static org.casebound.domain.flow.Definitions.straight;
import static org.casebound.domain.flow.Definitions.subflow;
import static org.casebound.domain.flow.Definitions.variable;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.VariableDefinition.Type;
import org.junit.jupiter.api.Test;

class SubflowTest {
  private static final Autolaunched CHARGE =
      flow(
          "Charge",
          List.of(variable("amount", Type.NUMBER, "10"), variable("receipt", Type.TEXT, "")),
          call("post"),
          assign("receipt", "vars.reference"),
          assign("amount", "vars.amount + 1"));

  @Test
  void hasVariablesOfItsOwnAndGivesBackItsOutputs() {
    RunningFlow flow =
        RunningFlow.started(
            straight(assign("amount", "5"), subflow("pay", "Charge", Map.of(), Map.of("paid", "amount", "slip", "receipt"))),
            CHARGE);
    flow.done("straight", "reference", "R-1");
    assertThat(flow.variables()).isEqualTo(Map.of("amount", 5L, "paid", 11L, "slip", "R-1"));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void takesItsInputsInsteadOfItsDefaults() {
    RunningFlow flow =
        RunningFlow.started(
            straight(assign("sum", "7"), subflow("pay", "Charge", Map.of("amount", "vars.sum"), Map.of("paid", "amount"))), CHARGE);
    flow.done("straight", "reference", "R-1");
    assertThat(flow.variables()).containsEntry("paid", 8L);
  }

  @Test
  void keepsItsVariablesWhileItWaits() {
    RunningFlow flow = RunningFlow.started(straight(subflow("pay", "Charge", Map.of("amount", "3"), Map.of())), CHARGE);
    assertThat(flow.snapshot().step("straight").data().toString()).contains("amount=3");
    assertThat(flow.snapshot().step("straight").facts().get("data")).isEqualTo(Map.of());
    assertThat(flow.decisions(Decision.CallPlaced.class)).extracting(Decision.CallPlaced::element).containsExactly("pay/post");
  }

  @Test
  void failsIntoTheFaultPathAroundItWhateverFailsInside() {
    RunningFlow flow =
        RunningFlow.started(
            straight(
                guarded(
                    subflow("pay", "Charge", Map.of(), Map.of()), assign("why", "fault.code"), assign("where", "fault.element")),
                assign("end", "1")),
            CHARGE);
    flow.refused("straight");
    assertThat(flow.variables()).isEqualTo(Map.of("why", "NO", "where", "post", "end", 1L));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void resumesInsideWhenAPersonRetries() {
    RunningFlow flow =
        RunningFlow.started(straight(subflow("pay", "Charge", Map.of("amount", "3"), Map.of("paid", "amount"))), CHARGE);
    flow.refused("straight");
    flow.retried("straight");
    flow.done("straight", "reference", "R-2");
    assertThat(flow.variables()).isEqualTo(Map.of("paid", 4L));
  }

  @Test
  void mayNotStartItself() {
    Autolaunched first = flow("First", List.of(), subflow("next", "Second", Map.of(), Map.of()));
    Autolaunched second = flow("Second", List.of(), subflow("back", "First", Map.of(), Map.of()));
    assertRefused("FLOW-005", first, second);
  }

  @Test
  void mayNotLieDeeperThanSixteen() {
    assertRefused("FLOW-005", chain(17));
    RunningFlow flow = RunningFlow.started(straight(subflow("go", "First", Map.of(), Map.of())), chain(16));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  private static Autolaunched[] chain(int length) {
    return IntStream.range(0, length)
        .mapToObj(
            i ->
                i == length - 1
                    ? flow("F" + i, List.of(), assign("a", "1"))
                    : flow(i == 0 ? "First" : "F" + i, List.of(), subflow("next", "F" + (i + 1), Map.of(), Map.of())))
        .toArray(Autolaunched[]::new);
  }

  @Test
  void mustBeInTheBundle() {
    assertRefused("FLOW-012");
  }

  @Test
  void mayNotMakeAProgramEndless() {
    Element[] twice = {subflow("a", "F1", Map.of(), Map.of()), subflow("b", "F1", Map.of(), Map.of())};
    Autolaunched[] doubling =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    i == 15
                        ? flow("F15", List.of(), assign("a", "1"), assign("a", "1"), assign("a", "1"))
                        : flow(
                            i == 0 ? "First" : "F" + i,
                            List.of(),
                            i == 0
                                ? twice
                                : new Element[] {
                                  subflow("a", "F" + (i + 1), Map.of(), Map.of()), subflow("b", "F" + (i + 1), Map.of(), Map.of())
                                }))
            .toArray(Autolaunched[]::new);
    assertRefused("FLOW-011", doubling);
  }

  private static void assertRefused(String code, Autolaunched... flows) {
    assertThatThrownBy(() -> new RunningFlow(straight(subflow("go", "First", Map.of(), Map.of())), flows))
        .extracting("code")
        .isEqualTo(code);
  }
}
