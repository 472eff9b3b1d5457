package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class RetryProgressTest {
  private static final Instant RETRIED = Flows.BEGUN.plusSeconds(60);
  private static final Instant LATER = RETRIED.plusSeconds(5);

  private final FulfillmentFlow flow = running();
  private final Step step = Flows.step();

  @Test
  void isRunningWhileItsStepIsBeingTried() {
    assertThat(progress("update").state()).isEqualTo(RetryState.RUNNING);
    step.change(StepState.WAITING, "accepted as CB-1", LATER);
    assertThat(progress("update")).extracting(RetryProgress::state, RetryProgress::message).containsExactly(RetryState.RUNNING, "accepted as CB-1");
  }

  @Test
  void isQueuedWhileItsStepWaitsForItsTurn() {
    step.change(StepState.READY, "try 2 of 3 follows", LATER);
    assertThat(progress("update")).extracting(RetryProgress::state, RetryProgress::message).containsExactly(RetryState.QUEUED, "try 2 of 3 follows");
  }

  @Test
  void isQueuedWhileItsFlowIsSuspended() {
    flow.change(FlowState.SUSPENDED, LATER);
    assertThat(progress("update").state()).isEqualTo(RetryState.QUEUED);
  }

  @Test
  void isFixedOnlyOnceItsStepHasPassed() {
    step.complete("done", "", Values.EMPTY, LATER);
    assertThat(progress("update").state()).isEqualTo(RetryState.FIXED);
  }

  @Test
  void isNotFixedByARunOfItsStepThatPassedBefore() {
    Step earlier = new Step(19, 10, "core_banking", 1, "update", Flows.BEGUN);
    earlier.complete("done", "", Values.EMPTY, RETRIED.minusSeconds(1));
    assertThat(RetryProgress.of(retried("update"), flow, List.of(earlier, step), List.of()).state()).isEqualTo(RetryState.RUNNING);
  }

  @Test
  void failsAgainWithTheReasonOfTheNewIncident() {
    Incident again = new Incident(8, flow, "update", "core-banking", "HTTP_503", "Busy.", LATER);
    assertThat(progress("update", again))
        .extracting(RetryProgress::state, RetryProgress::message, found -> found.laterIncident().orElseThrow())
        .containsExactly(RetryState.FAILED_AGAIN, "HTTP_503: Busy.", 8L);
  }

  @Test
  void staysFailedWhenAnotherRetryIsFixedLater() {
    Incident again = new Incident(8, flow, "update", "core-banking", "HTTP_503", "Busy.", LATER);
    step.complete("done", "", Values.EMPTY, LATER.plusSeconds(60));
    assertThat(progress("update", again).state()).isEqualTo(RetryState.FAILED_AGAIN);
  }

  @Test
  void staysFixedWhenItsStepFailsInALaterRun() {
    step.complete("done", "", Values.EMPTY, LATER);
    Incident much = new Incident(8, flow, "update", "core-banking", "HTTP_503", "Busy.", LATER.plusSeconds(60));
    assertThat(progress("update", much).state()).isEqualTo(RetryState.FIXED);
  }

  @Test
  void otherStepsAndEarlierIncidentsAreNotItsBusiness() {
    Incident before = new Incident(6, flow, "update", "", "HTTP_503", "Busy.", RETRIED.minusSeconds(9));
    Incident other = new Incident(8, flow, "inform", "", "HTTP_503", "Busy.", LATER);
    assertThat(progress("update", before, other).state()).isEqualTo(RetryState.RUNNING);
  }

  @Test
  void isOvertakenWhenItsFlowEndsFirst() {
    step.change(StepState.CANCELED, "Withdrawn.", LATER);
    flow.change(FlowState.CANCELED, LATER);
    assertThat(progress("update")).extracting(RetryProgress::state, RetryProgress::message).containsExactly(RetryState.OVERTAKEN, "Withdrawn.");
  }

  @Test
  void ofAFlowThatStoppedBetweenStepsIsFixedOnceTheFlowGoesOn() {
    assertThat(progress("").state()).isEqualTo(RetryState.FIXED);
    Incident again = new Incident(8, flow, "", "", "EXPR-001", "No such value.", LATER);
    assertThat(progress("", again).state()).isEqualTo(RetryState.FAILED_AGAIN);
    assertThat(RetryProgress.of(retried(""), Flows.flow(), List.of(), List.of()).state()).isEqualTo(RetryState.RUNNING);
  }

  private RetryProgress progress(String name, Incident... later) {
    return RetryProgress.of(retried(name), flow, List.of(step), List.of(later));
  }

  private Incident retried(String name) {
    Incident incident = new Incident(7, flow, name, "core-banking", "HTTP_503", "Busy.", Flows.BEGUN);
    incident.decide(IncidentDecision.RETRY, "operator", RETRIED);
    return incident;
  }

  private static FulfillmentFlow running() {
    FulfillmentFlow flow = Flows.flow();
    flow.change(FlowState.IN_PROGRESS, Flows.BEGUN);
    return flow;
  }
}
