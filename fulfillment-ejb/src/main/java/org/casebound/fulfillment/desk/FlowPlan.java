package org.casebound.fulfillment.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StageDefinition.Branch;
import org.casebound.domain.integration.IntegrationDefinition;

/**
 * How the stages and steps of a flow follow each other, whatever became of them; what became of them is in {@link CaseView.FlowView}.
 *
 * @param flowId the flow
 * @param calls what its process may call
 */
public record FlowPlan(long flowId, List<StagePlan> stages, List<CallPlan> calls) {
  public FlowPlan {
    stages = List.copyOf(stages);
    calls = List.copyOf(calls);
  }

  /** The plan of a flow with these stages. */
  public static FlowPlan of(long flowId, List<StageDefinition> stages, List<IntegrationDefinition> integrations) {
    return new FlowPlan(
        flowId,
        stages.stream().map(stage -> plan(stage, following(stages, stage))).toList(),
        integrations.stream().map(call -> new CallPlan(call.name(), call.label(), call.retry().maxAttempts())).toList());
  }

  private static StagePlan plan(StageDefinition stage, Optional<StageDefinition> following) {
    Stream<String> next =
        stage.next().isEmpty() ? following.stream().map(StageDefinition::name) : stage.next().stream().flatMap(branch -> branch.stage().stream());
    boolean mayEnd = stage.next().isEmpty() ? following.isEmpty() : stage.next().stream().map(Branch::stage).anyMatch(Optional::isEmpty);
    return new StagePlan(
        stage.name(),
        Stream.concat(next, stage.faultStage().stream()).distinct().toList(),
        mayEnd,
        stage.steps().stream().map(step -> new StepPlan(step.name(), step.after())).toList());
  }

  private static Optional<StageDefinition> following(List<StageDefinition> stages, StageDefinition stage) {
    int after = stages.indexOf(stage) + 1;
    return after < stages.size() ? Optional.of(stages.get(after)) : Optional.empty();
  }

  /**
   * An integration.
   *
   * @param label what people call it
   * @param mostTries how often a call is tried by itself, the first try included
   */
  public record CallPlan(String name, String label, int mostTries) {}

  /**
   * One stage.
   *
   * @param next names of the stages that may follow, in the order in which they are considered, that for a fault last
   * @param mayEnd whether the flow may end after it
   */
  public record StagePlan(String name, List<String> next, boolean mayEnd, List<StepPlan> steps) {
    public StagePlan {
      next = List.copyOf(next);
      steps = List.copyOf(steps);
    }
  }

  /**
   * One step.
   *
   * @param after names of steps of its stage that must be completed first
   */
  public record StepPlan(String name, List<String> after) {
    public StepPlan {
      after = List.copyOf(after);
    }
  }
}
