package org.casebound.domain.flow;

import java.util.Map;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.shared.RuleViolation;

/** Runs an evaluation flow to its answer. Nothing outside it changes. */
final class EvaluationRun extends Walk {
  private final String flow;

  EvaluationRun(FlowRun run, Program program, String flow) {
    super(run, program, new Memory());
    this.flow = flow;
  }

  /**
   * The answer.
   *
   * @throws RuleViolation FLOW-008 when there is none, or whatever made the flow fail
   */
  boolean holds() {
    walk(0);
    if (result().get(Criterion.Evaluation.OUTPUT) instanceof Boolean answer) {
      return answer;
    }
    throw new RuleViolation(
        "FLOW-008",
        "Evaluation flow '%s' does not put out '%s' as true or false; assign it."
            .formatted(flow, Criterion.Evaluation.OUTPUT));
  }

  @Override
  protected int effect(Program.Line line, int position) {
    throw new IllegalStateException("more than an evaluation may do: " + line);
  }

  @Override
  protected void setVariable(String name, Object value) {
    throw new IllegalStateException("not a variable of the evaluation: " + name);
  }

  @Override
  protected boolean stopped() {
    return false;
  }

  @Override
  protected void ended() {}

  @Override
  protected void failed(int position, String code, String message, boolean refusing) {
    throw new RuleViolation(code, "Evaluation flow '%s' failed: %s".formatted(flow, message));
  }

  @Override
  protected void faultTaken(Program.Line line, String code, String message) {}

  @Override
  protected Map<String, Object> facts(Map<String, Object> variables) {
    return Facts.of(run.snapshot(), run.stepFacts(""), variables);
  }
}
