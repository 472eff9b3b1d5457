package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.background;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.work;

import java.util.Map;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.junit.jupiter.api.Test;

class FlowMigrationTest {
  private static final FulfillmentFlowDefinition OLD =
      orchestration(stage("first", work("check")), stage("second", background("tell", assign("a", "1"), call("bank"))));

  private static FlowMigration.Result migrated(
      RunningFlow flow, FulfillmentFlowDefinition to, Map<String, String> stages, Map<String, String> steps) {
    return new FlowMigration(machine(OLD), machine(to), new MigrationPlan(stages, steps)).of(flow.snapshot());
  }

  private static FlowMachine machine(FulfillmentFlowDefinition definition) {
    return new FlowMachine(definition, Map.of(), new TinyExpressions());
  }

  private static RunningFlow atTheBank() {
    RunningFlow flow = RunningFlow.started(OLD);
    flow.finished("check", "approved");
    return flow;
  }

  @Test
  void aStepGoesOnAtTheElementOfTheSameName() {
    FulfillmentFlowDefinition longer =
        orchestration(
            stage("first", work("check")),
            stage("second", background("tell", assign("a", "1"), assign("b", "2"), assign("c", "3"), call("bank"))));
    FlowMigration.Result result = migrated(atTheBank(), longer, Map.of(), Map.of());
    assertThat(result.problems()).isEmpty();
    assertThat(result.stage()).contains("second");
    assertThat(result.steps().get("tell")).isEqualTo(new FlowMigration.Moved("second", "tell", 3));

    RunningFlow flow = atTheBank();
    FlowSnapshot moved = flow.snapshot().with(flow.snapshot().step("tell").at(3));
    assertThat(machine(longer).decide(moved, new FlowEvent.CallDone("tell", Map.of())))
        .extracting(decision -> decision.getClass().getSimpleName())
        .contains("StepCompleted", "FlowCompleted");
  }

  @Test
  void stagesAndStepsMayHaveNewNames() {
    FulfillmentFlowDefinition renamed =
        orchestration(stage("first", work("look")), stage("telling", background("inform", call("bank"))));
    FlowMigration.Result result =
        migrated(atTheBank(), renamed, Map.of("second", "telling"), Map.of("check", "look", "tell", "inform"));
    assertThat(result.problems()).isEmpty();
    assertThat(result.stage()).contains("telling");
    assertThat(result.steps()).containsEntry("tell", new FlowMigration.Moved("telling", "inform", 0)).containsKey("check");
  }

  @Test
  void aStepThatHasEndedMayBeGone() {
    FulfillmentFlowDefinition shorter = orchestration(stage("second", background("tell", call("bank"))));
    FlowMigration.Result result = migrated(atTheBank(), shorter, Map.of(), Map.of());
    assertThat(result.problems()).isEmpty();
    assertThat(result.steps()).doesNotContainKey("check");
  }

  @Test
  void aStepThatIsUnderWayMustNotBeGone() {
    assertThat(migrated(atTheBank(), orchestration(stage("second", work("check"))), Map.of(), Map.of()).problems())
        .singleElement()
        .asString()
        .contains("no step 'tell'");
  }

  @Test
  void theStageInProgressMustNotBeGone() {
    FulfillmentFlowDefinition other = orchestration(stage("other", work("check"), background("tell", call("bank"))));
    assertThat(migrated(atTheBank(), other, Map.of(), Map.of()).problems())
        .anySatisfy(problem -> assertThat(problem).contains("no stage 'second'"));
  }

  @Test
  void theElementAtWhichAStepStandsMustNotBeGone() {
    FulfillmentFlowDefinition other = orchestration(stage("second", background("tell", call("other_bank"))));
    assertThat(migrated(atTheBank(), other, Map.of(), Map.of()).problems())
        .singleElement()
        .asString()
        .contains("'tell' stands at its element 'bank'");
  }

  @Test
  void workOfPeopleDoesNotBecomeWorkOfTheSystem() {
    FulfillmentFlowDefinition automatic = orchestration(stage("first", background("check", call("bank"))));
    assertThat(migrated(RunningFlow.started(OLD), automatic, Map.of(), Map.of()).problems())
        .singleElement()
        .asString()
        .contains("worked by people");
  }

  @Test
  void aFlowThatHasEndedIsNotMoved() {
    RunningFlow flow = atTheBank();
    flow.done("tell");
    assertThat(migrated(flow, OLD, Map.of(), Map.of()).problems()).containsExactly("The flow has ended.");
  }
}
