package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final Instant LATER = Flows.BEGUN.plusSeconds(30);

  @Test
  void aFlowNotesItsEnd() {
    FulfillmentFlow flow = Flows.flow();
    flow.change(FlowState.IN_PROGRESS, LATER);
    assertThat(flow.endedAt()).isEmpty();
    flow.change(FlowState.COMPLETED, LATER);
    assertThat(flow.endedAt()).contains(LATER);
    assertThatThrownBy(() -> flow.change(FlowState.IN_PROGRESS, LATER)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void aFailedFlowHasNotEnded() {
    FulfillmentFlow flow = Flows.flow();
    flow.change(FlowState.ERROR, LATER);
    assertThat(flow.endedAt()).isEmpty();
    flow.change(FlowState.IN_PROGRESS, LATER);
    assertThat(flow.state()).isEqualTo(FlowState.IN_PROGRESS);
  }

  @Test
  void aStepSaysWhyItWaitsOrFailed() {
    Step step = Flows.step();
    step.change(StepState.WAITING, "accepted as CB-1", LATER);
    assertThat(step.reason()).isEqualTo("accepted as CB-1");
    step.change(StepState.ERROR, "x".repeat(5000), LATER);
    assertThat(step.reason()).hasSize(4000);
    assertThat(step.endedAt()).isEmpty();
  }

  @Test
  void aCompletedStepKeepsWhatThePersonSaid() {
    Step step = Flows.step();
    step.complete("approved", "same street", new Values(Map.of("seen", true)), LATER);
    assertThat(step.snapshot())
        .isEqualTo(new StepSnapshot("update", StepState.COMPLETED, 0, "approved", "same street", Map.of("seen", true)));
    assertThat(step.endedAt()).contains(LATER);
    assertThatThrownBy(() -> step.complete("rejected", "", Values.EMPTY, LATER)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void aStageNotesItsEnd() {
    Stage stage = new Stage(5, 10, "core_banking", 2, Flows.BEGUN);
    stage.change(StageState.ERROR, LATER);
    assertThat(stage.endedAt()).isEmpty();
    stage.change(StageState.IN_PROGRESS, LATER);
    stage.change(StageState.COMPLETED, LATER);
    assertThat(stage.endedAt()).contains(LATER);
  }

  @Test
  void anIncidentCutsWhatABackOfficeSaidAtLength() {
    Incident incident = new Incident(7, Flows.flow(), "update", "core-banking", "C".repeat(200), "m".repeat(5000), LATER);
    assertThat(incident.code()).hasSize(80);
    assertThat(incident.message()).hasSize(4000);
    assertThat(incident.resolvedAt()).isEmpty();
    incident.resolve("operator", LATER);
    assertThat(incident.resolvedBy()).contains("operator");
    assertThat(incident.decision()).isEmpty();
    incident.decide(IncidentDecision.SKIP, "operator", LATER);
    assertThat(incident.decision()).contains(IncidentDecision.SKIP);
  }
}
