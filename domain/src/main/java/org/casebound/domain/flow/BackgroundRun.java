package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.RuleViolation;

/** Runs the elements of one background step until it waits for an answer, ends or fails. */
final class BackgroundRun {
  /** Outcome of a background step that ran to its end. */
  static final String DONE = "done";

  private final FlowRun run;
  private final Program program;
  private final String step;

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
        fail(position, violation.code(), String.valueOf(violation.getMessage()));
        return;
      }
    }
    run.add(new Decision.StepCompleted(step, DONE, "", Map.of()));
  }

  /** The back office refused the call at which the step stands: takes its fault path, or fails the step. */
  void fault(int position, String code, String message) {
    if (program.at(position) instanceof Program.Call call && call.faultTarget() >= 0) {
      String element = call.element().name();
      run.add(new Decision.FaultTaken(step, element, code, message));
      run.keepFault(step, Map.of("code", code, "message", message, "element", element));
      resume(call.faultTarget());
    } else {
      fail(position, code, message);
    }
  }

  void fail(int position, String code, String message) {
    run.add(new Decision.StepFailed(step, position, code, message, false));
  }

  private int next(Program.Instruction instruction, int position) {
    if (instruction instanceof Program.Jump jump) {
      return jump.target();
    } else if (instruction instanceof Program.Branch branch) {
      return run.expressions().holds(branch.condition(), run.facts(step)) ? position + 1 : branch.otherwise();
    } else if (instruction instanceof Program.Do action) {
      run.add(decision(action.element()));
    }
    return position + 1;
  }

  private Decision decision(Element element) {
    if (element instanceof Element.Assign assign) {
      return new Decision.VariableSet(assign.variable(), value(assign.value()));
    } else if (element instanceof Element.UpdateRequest update) {
      return new Decision.RequestUpdated(values(update.values()));
    } else if (element instanceof Element.UpdateCase update) {
      Map<String, Object> values = values(update.values());
      values.forEach(Case::requireValid);
      return new Decision.CaseUpdated(values);
    } else if (element instanceof Element.CloseCase close) {
      String reason = close.reason().map(text -> String.valueOf(value(text))).orElse("");
      return new Decision.CaseClosed(close.resolution(), reason);
    }
    throw new IllegalArgumentException("not an element that ends at once: " + element);
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
    return run.expressions().value(expression, run.facts(step));
  }
}
