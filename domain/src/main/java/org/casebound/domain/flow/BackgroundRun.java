package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.RuleViolation;

/** Runs the elements of one background step until it waits for an answer, ends or fails. */
final class BackgroundRun {
  /** Outcome of a background step that ran to its end. */
  static final String DONE = "done";

  private final FlowRun run;
  private final Program program;
  private final String step;
  private Optional<Map<String, Object>> fault = Optional.empty();

  BackgroundRun(FlowRun run, Program program, String step) {
    this.run = run;
    this.program = program;
    this.step = step;
  }

  void resume(int from) {
    int position = from;
    while (!run.caseClosed() && !program.endsAt(position)) {
      Program.Instruction instruction = program.at(position);
      try {
        if (instruction instanceof Program.Call call) {
          place(call.element(), position);
          return;
        }
        position = next(instruction, position);
      } catch (RuleViolation violation) {
        run.add(new Decision.StepFailed(step, violation.code(), String.valueOf(violation.getMessage())));
        return;
      }
    }
    run.add(new Decision.StepCompleted(step, DONE, "", Map.of()));
  }

  /** The call at which the step stands failed: takes its fault path, or fails the step. */
  void fault(String code, String message) {
    if (program.at(run.positionOf(step)) instanceof Program.Call call && call.faultTarget() >= 0) {
      fault = Optional.of(Map.of("code", code, "message", message));
      resume(call.faultTarget());
    } else {
      run.add(new Decision.StepFailed(step, code, message));
    }
  }

  private int next(Program.Instruction instruction, int position) {
    if (instruction instanceof Program.Jump jump) {
      return jump.target();
    } else if (instruction instanceof Program.Branch branch) {
      return run.expressions().holds(branch.condition(), facts()) ? position + 1 : branch.otherwise();
    } else if (instruction instanceof Program.Do action) {
      perform(action.element());
    }
    return position + 1;
  }

  private void perform(Element element) {
    if (element instanceof Element.Assign assign) {
      run.add(new Decision.VariableSet(assign.variable(), value(assign.value())));
    } else if (element instanceof Element.UpdateRequest update) {
      run.add(new Decision.RequestUpdated(values(update.values())));
    } else if (element instanceof Element.UpdateCase update) {
      run.add(new Decision.CaseUpdated(values(update.values())));
    } else if (element instanceof Element.CloseCase close) {
      String reason = close.reason().map(text -> String.valueOf(value(text))).orElse("");
      run.add(new Decision.CaseClosed(close.resolution(), reason));
    }
  }

  private void place(Element.CallIntegration call, int position) {
    run.add(
        new Decision.CallPlaced(step, position, call.name(), call.integration(), values(call.input())));
  }

  private Map<String, Object> values(Map<String, String> expressions) {
    Map<String, Object> values = new LinkedHashMap<>();
    expressions.forEach((name, text) -> values.put(name, value(text)));
    return values;
  }

  private Object value(String expression) {
    return run.expressions().value(expression, facts());
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = run.facts();
    fault.ifPresent(value -> facts.put("fault", value));
    return facts;
  }
}
