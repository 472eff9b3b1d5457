package org.casebound.domain.flow;

import java.util.Map;
import java.util.function.Supplier;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.RuleViolation;

/** The declared variables of a flow that begins, and values that a person gives them. */
final class FlowVariables {
  private FlowVariables() {}

  /** What a variable begins with when nobody gave it a value. */
  static Object first(
      VariableDefinition variable, Expressions expressions, Supplier<Map<String, Object>> facts) {
    return variable
        .defaultValue()
        .map(text -> expressions.value(text, facts.get()))
        .orElseGet(() -> VariableTypes.empty(variable.type()));
  }

  /**
   * Gives every declared variable its first value, unless who started the flow has given it one.
   *
   * @return false when that failed, and the flow with it
   */
  static boolean begin(FlowRun run) {
    try {
      fill(run);
      return true;
    } catch (RuleViolation violation) {
      run.fail(violation.code(), String.valueOf(violation.getMessage()));
      return false;
    }
  }

  /**
   * Gives every declared variable that has none its first value.
   *
   * @throws RuleViolation when one can not be found or does not fit
   */
  static void fill(FlowRun run) {
    for (VariableDefinition variable : run.plan().variables().values()) {
      if (!run.snapshot().variables().asMap().containsKey(variable.name())) {
        Object value = first(variable, run.expressions(), run::facts);
        run.add(new Decision.VariableSet(variable.name(), VariableTypes.checked(variable, value)));
      }
    }
  }

  /** A person mends values. */
  static void correct(FlowRun run, Map<String, Object> variables) {
    variables.forEach(
        (name, value) -> {
          FlowRun.require(!name.startsWith(StepSnapshot.KEPT), "'%s' is not a variable".formatted(name));
          run.add(
              new Decision.VariableSet(
                  name, VariableTypes.checked(run.plan().variables().get(name), value)));
        });
  }
}
