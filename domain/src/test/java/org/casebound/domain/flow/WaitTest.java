package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.straight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
import org.junit.jupiter.api.Test;

class WaitTest {
  private static Element waitFor(String duration) {
    return new Element.WaitFor("pause", duration, Optional.of("office"));
  }

  private static Element event(Element... onTimeout) {
    return new Element.WaitForEvent("payment", "paid", Optional.of("payment"), Optional.of("'P3D'"), List.of(onTimeout));
  }

  @Test
  void goesOnWhenItsTimeHasCome() {
    RunningFlow flow = RunningFlow.started(straight(waitFor("'PT2H'"), assign("end", "1")));
    assertThat(flow.step("straight")).isEqualTo(StepState.WAITING);
    assertThat(flow.decisions(Decision.WaitBegun.class))
        .extracting(Decision.WaitBegun::time)
        .containsExactly(new WaitTime.For(Duration.ofHours(2), Optional.of("office")));
    flow.on(new FlowEvent.TimerFired("straight", "pause"));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void forNoTimeIsNone() {
    assertThat(RunningFlow.started(straight(waitFor("'PT0S'"))).state()).isEqualTo(FlowState.COMPLETED);
    assertThat(RunningFlow.started(straight(waitFor("'-PT5S'"))).state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void untilADateEndsAtItsBeginning() {
    assertThat(until("'2026-03-01'")).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(until("'2026-03-01T08:00:00+01:00'")).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
  }

  private static Instant until(String time) {
    RunningFlow flow = RunningFlow.started(straight(new Element.WaitUntil("till", time)));
    return ((WaitTime.Until) flow.decisions(Decision.WaitBegun.class).get(0).time()).instant();
  }

  @Test
  void needsATime() {
    for (Element wait : List.of(waitFor("'soon'"), new Element.WaitUntil("till", "'never'"), new Element.WaitUntil("till", "'2026-01-01T10:00'"))) {
      assertThat(RunningFlow.started(straight(wait)).decisions(Decision.StepFailed.class))
          .extracting(Decision.StepFailed::code)
          .containsExactly("FLOW-009");
    }
  }

  @Test
  void takesTheDataOfItsEvent() {
    RunningFlow flow = RunningFlow.started(straight(event(assign("late", "1")), assign("sum", "vars.payment.sum")));
    assertThat(flow.waits()).containsExactly("EVENT straight paid");
    flow.on(new FlowEvent.EventArrived("paid", Map.of("sum", 5L)));
    assertThat(flow.variables()).containsEntry("sum", 5L).doesNotContainKey("late");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void takesItsTimeOutPathWhenTheEventDoesNotCome() {
    RunningFlow flow = RunningFlow.started(straight(event(assign("late", "1")), assign("end", "1")));
    flow.on(new FlowEvent.TimerFired("straight", "payment"));
    assertThat(flow.variables()).isEqualTo(Map.of("late", 1L, "end", 1L));
  }

  @Test
  void isNotEndedByAnotherEventOrALateTimer() {
    RunningFlow flow = RunningFlow.started(straight(event(), waitFor("'PT2H'")));
    assertThat(flow.on(new FlowEvent.EventArrived("refunded", Map.of()))).isEmpty();
    flow.on(new FlowEvent.EventArrived("paid", Map.of()));
    assertThatThrownBy(() -> flow.on(new FlowEvent.TimerFired("straight", "payment"))).extracting("code").isEqualTo("FLOW-001");
    assertThat(flow.waits()).containsExactly("TIME straight pause");
  }

  @Test
  void endsInEveryStepThatAwaitsTheEvent() {
    RunningFlow flow =
        RunningFlow.started(orchestration(stage("one", background("a", event()), background("b", event(), waitFor("'PT1H'")))));
    flow.on(new FlowEvent.EventArrived("paid", Map.of()));
    assertThat(flow.step("a")).isEqualTo(StepState.COMPLETED);
    assertThat(flow.waits()).containsExactly("TIME b pause");
  }
}
