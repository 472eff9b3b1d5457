package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.VariableDefinition;

/**
 * A definition made ready to run: everything by name, every program compiled. Immutable.
 *
 * @param definition stages and steps
 * @param flows autolaunched flows by name
 * @param stages stages by name
 * @param steps steps by name, in order
 * @param stageOf name of the stage of each step
 * @param programs programs of the steps that are no work of people
 * @param evaluations programs of the evaluation flows that conditions ask
 * @param variables declared variables by name, in order
 * @param undoing whether the flow undoes another, canceled one
 */
record Plan(
    Orchestration definition,
    Map<String, Autolaunched> flows,
    Expressions expressions,
    Map<String, StageDefinition> stages,
    Map<String, StepDefinition> steps,
    Map<String, String> stageOf,
    Map<String, Program> programs,
    Map<String, Program> evaluations,
    Map<String, VariableDefinition> variables,
    boolean undoing) {

  static Plan of(
      Orchestration definition, Map<String, Autolaunched> flows, Expressions expressions, boolean undoing) {
    Map<String, StageDefinition> stages = new LinkedHashMap<>();
    Map<String, StepDefinition> steps = new LinkedHashMap<>();
    Map<String, String> stageOf = new LinkedHashMap<>();
    Map<String, Program> programs = new LinkedHashMap<>();
    Map<String, Program> evaluations = new LinkedHashMap<>();
    for (StageDefinition stage : definition.stages()) {
      stages.put(stage.name(), stage);
      for (StepDefinition step : stage.steps()) {
        steps.put(step.name(), step);
        stageOf.put(step.name(), stage.name());
        program(step, definition.variables(), flows).ifPresent(program -> programs.put(step.name(), program));
      }
      criteria(stage)
          .flatMap(criterion -> criterion instanceof Criterion.Evaluation e ? Stream.of(e.flow()) : Stream.empty())
          .forEach(flow -> evaluations.computeIfAbsent(flow, name -> evaluation(name, flows)));
    }
    Map<String, VariableDefinition> variables = new LinkedHashMap<>();
    definition.variables().forEach(variable -> variables.put(variable.name(), variable));
    return new Plan(
        definition, flows, expressions, stages, steps, stageOf, programs, evaluations, variables, undoing);
  }

  private static Optional<Program> program(
      StepDefinition step, List<VariableDefinition> variables, Map<String, Autolaunched> flows) {
    ProgramCompiler compiler = new ProgramCompiler(flows, false);
    if (step.work() instanceof StepDefinition.Background background) {
      return Optional.of(compiler.compile(background.elements(), variables));
    } else if (step.work() instanceof StepDefinition.RunFlow flow) {
      return Optional.of(compiler.compileRun(flow.flow(), flow.input(), variables));
    } else if (step.work() instanceof StepDefinition.CallOut call) {
      Element.CallIntegration element =
          new Element.CallIntegration(step.name(), call.integration(), call.input());
      return Optional.of(compiler.compileCall(element, variables));
    }
    return Optional.empty();
  }

  private static Program evaluation(String flow, Map<String, Autolaunched> flows) {
    return new ProgramCompiler(flows, true).compileRun(flow, Map.of(), List.of());
  }

  private static Stream<Criterion> criteria(StageDefinition stage) {
    return Stream.concat(
        stage.exit().stream(),
        stage.steps().stream().flatMap(step -> Stream.concat(step.when().stream(), step.endsWhen().stream())));
  }

  /** The stage that follows in the list. */
  Optional<StageDefinition> behind(StageDefinition stage) {
    int next = definition.stages().indexOf(stage) + 1;
    return next < definition.stages().size() ? Optional.of(definition.stages().get(next)) : Optional.empty();
  }

  /** Whether the step declares an undo. */
  boolean undoable(String step) {
    return !undoing && !steps.get(step).undo().isEmpty();
  }
}
