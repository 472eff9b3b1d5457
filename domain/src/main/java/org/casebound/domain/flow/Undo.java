package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Values;

/**
 * Compensation. A flow notes, in a variable of its own that expressions do not see, every completion of a step that declares an
 * undo, with what was known of the step then. When the flow is canceled, another flow undoes these completions, the last one first.
 */
final class Undo {
  /** Variable with the completions, in order. */
  static final String COMPLETED = StepSnapshot.KEPT + "undo";

  /** Variable of the undoing flow with what was known of all steps. */
  private static final String STEPS = StepSnapshot.KEPT + "steps";

  private Undo() {}

  static Decision.VariableSet noting(FlowSnapshot snapshot, String step) {
    List<Object> all = new ArrayList<>(completions(snapshot.variables()));
    all.add(Map.of("step", step, "facts", snapshot.step(step).facts()));
    return new Decision.VariableSet(COMPLETED, all);
  }

  private static List<Map<?, ?>> completions(Values variables) {
    return variables.asMap().get(COMPLETED) instanceof List<?> noted
        ? noted.stream().<Map<?, ?>>map(completion -> (Map<?, ?>) completion).toList()
        : List.of();
  }

  /** Steps to undo, the last completed first. */
  static List<String> stepsIn(Values variables) {
    List<String> steps = new ArrayList<>();
    completions(variables).forEach(completion -> steps.add(String.valueOf(completion.get("step"))));
    Collections.reverse(steps);
    return steps;
  }

  /** What the undoing flow must know. */
  static Values variables(FlowSnapshot canceled) {
    Map<String, Object> steps = new LinkedHashMap<>();
    canceled.steps().forEach((name, step) -> steps.put(name, step.facts()));
    return canceled.variables().with(Map.of(STEPS, steps));
  }

  /** One stage that undoes one completion after the other. */
  static Orchestration definition(Orchestration undone, Values variables) {
    List<StepDefinition> steps = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (String name : stepsIn(variables)) {
      StepDefinition step = undone.step(name).orElseThrow();
      int time = times.merge(name, 1, Integer::sum);
      steps.add(
          new StepDefinition(
              time == 1 ? name : name + "_" + time,
              step.label(),
              steps.isEmpty() ? List.of() : List.of(steps.get(steps.size() - 1).name()),
              Optional.empty(),
              new StepDefinition.Background(step.undo()),
              Optional.empty(),
              List.of()));
    }
    String name = undone.name() + FlowMachine.UNDO_SUFFIX;
    StageDefinition stage =
        new StageDefinition(name, undone.label(), steps, List.of(), Optional.empty(), Optional.empty(), 1);
    return new Orchestration(name, undone.label(), undone.trigger(), undone.variables(), List.of(stage));
  }

  /** What the expressions of an undo see as {@code steps}: all as they were, its own as it was when it was completed. */
  static Map<String, Object> stepFacts(Orchestration definition, Values variables, String step) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (variables.asMap().get(STEPS) instanceof Map<?, ?> known) {
      known.forEach((name, value) -> facts.put(String.valueOf(name), value));
    }
    List<StepDefinition> undone = definition.stages().get(0).steps();
    List<Map<?, ?>> completions = new ArrayList<>(completions(variables));
    Collections.reverse(completions);
    for (int i = 0; i < undone.size(); i++) {
      if (undone.get(i).name().equals(step)) {
        facts.put(String.valueOf(completions.get(i).get("step")), completions.get(i).get("facts"));
      }
    }
    return facts;
  }
}
