package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParkedEventTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  static Stream<FlowEvent> parked() {
    return Stream.of(
        new FlowEvent.WorkFinished("judge", "agent", "approved", "fine", Map.of("amount", 12L)),
        new FlowEvent.CallDone("block", Map.of("reference", "B-1", "fees", List.of(1L, 2L))),
        new FlowEvent.CallFailed("block", "NO", "the bank says no"),
        new FlowEvent.StepBroken("block", "IN_DOUBT", "nobody knows"),
        new FlowEvent.TimerFired("wait", "wait_a_day"),
        new FlowEvent.EventArrived("paid", Map.of("sum", 3L)));
  }

  @ParameterizedTest
  @MethodSource("parked")
  void comesBackAsItWasParked(FlowEvent event) {
    assertThat(ParkedEventCodec.waits(event)).isTrue();
    assertThat(new ParkedEvent(1, 2, "agent", event, NOW).event()).isEqualTo(event);
  }

  @Test
  void whatPeopleDecideAboutASuspendedFlowIsNotParked() {
    FlowEvent resumed = new FlowEvent.Resumed();
    assertThat(ParkedEventCodec.waits(resumed)).isFalse();
    assertThatThrownBy(() -> new ParkedEvent(1, 2, "operator", resumed, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
