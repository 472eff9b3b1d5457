package org.casebound.fulfillment.desk;

import java.util.List;

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
