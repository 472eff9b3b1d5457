package org.casebound.fulfillment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class WaitingFlowsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final WaitingFlows waiting = new WaitingFlows();

  @Test
  void aFlowIsTakenOnce() {
    FlowInHand flow = accepted("key");
    waiting.keep(flow);
    assertThat(waiting.take("other")).isEmpty();
    assertThat(waiting.take("key")).containsSame(flow);
    assertThat(waiting.take("key")).isEmpty();
  }

  @Test
  void aFlowWhoseCallIsNotWaitingIsNotKept() {
    waiting.keep(running("key"));
    assertThat(waiting.take("key")).isEmpty();
  }

  @Test
  void ofManyTheOldestIsLetGo() {
    IntStream.rangeClosed(0, WaitingFlows.MOST).forEach(number -> waiting.keep(accepted("key" + number)));
    assertThat(waiting.take("key0")).isEmpty();
    assertThat(waiting.take("key1")).isPresent();
    assertThat(waiting.take("key" + WaitingFlows.MOST)).isPresent();
  }

  private static FlowInHand accepted(String key) {
    FlowInHand flow = running(key);
    flow.attempt().accept("R-1", NOW.plusSeconds(60));
    return flow;
  }

  private static FlowInHand running(String key) {
    FulfillmentFlow flow = new FulfillmentFlow(1, 1, 1, "Process", 1, "Flow", 1, 0, NOW);
    Step step = new Step(1, 1, "Flow", 1, "step", NOW);
    StepAttempt attempt =
        new StepAttempt(1, flow, step, new Decision.CallPlaced("step", 0, "call", "Integration", Map.of()), "core-banking", key, NOW);
    attempt.lease("node", NOW.plusSeconds(30), NOW);
    return new FlowInHand(
        flow,
        new Case(1, "Process", 1, "Subject", "requester", Priority.MEDIUM, "queue", NOW),
        new ServiceCatalogRequest(1, 1, Values.EMPTY, NOW),
        List.of(),
        List.of(step),
        attempt);
  }
}
