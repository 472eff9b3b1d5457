package org.casebound.fulfillment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.fulfillment.intake.RequestForm;
import org.casebound.fulfillment.studio.SampleValidation;

/**
 * What a person may choose before a process is tried.
 *
 * @param attributes values of the request; a Queue offers those of the bundle
 * @param steps steps that people work
 * @param calls integrations that answer
 * @param preprocessor bean that looks at requests before they are taken; empty: none does
 * @param scenarios scenarios that the process keeps
 */
public record SampleForm(
    List<AttributeDefinition> attributes,
    List<StepChoice> steps,
    List<CallChoice> calls,
    Optional<String> preprocessor,
    List<ScenarioLine> scenarios) {
  public SampleForm {
    attributes = List.copyOf(attributes);
    steps = List.copyOf(steps);
    calls = List.copyOf(calls);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * A step that people work.
   *
   * @param data values for its form, from the first scenario that has some
   */
  public record StepChoice(String step, String label, List<StepDefinition.Outcome> outcomes, Map<String, Object> data) {}

  /**
   * An integration.
   *
   * @param reply what it answers, from the first scenario that says it
   * @param accepted whether that is an acknowledgement
   */
  public record CallChoice(String name, String label, Map<String, Object> reply, boolean accepted) {}

  /** A scenario that the process keeps. */
  public record ScenarioLine(String name, String label) {}

  static SampleForm of(ProcessBundle bundle) {
    return new SampleForm(
        SampleValidation.offered(RequestForm.of(bundle).asked(), bundle.queues()),
        steps(bundle),
        bundle.integrations().stream().map(each -> call(bundle, each.name(), each.label())).toList(),
        bundle.process().preprocessor(),
        bundle.scenarios().stream().map(each -> new ScenarioLine(each.name(), each.label())).toList());
  }

  private static List<StepChoice> steps(ProcessBundle bundle) {
    List<StepChoice> choices = new ArrayList<>();
    bundle.flows().stream()
        .flatMap(flow -> flow instanceof Orchestration staged ? staged.stages().stream() : Stream.empty())
        .flatMap(stage -> stage.steps().stream())
        .forEach(
            step -> {
              if (step.work() instanceof StepDefinition.Interactive work) {
                choices.add(new StepChoice(step.name(), step.label(), work.outcomes(), data(bundle, step.name())));
              }
            });
    return choices;
  }

  private static Map<String, Object> data(ProcessBundle bundle, String step) {
    return bundle.scenarios().stream()
        .flatMap(scenario -> scenario.work().stream())
        .filter(work -> work.step().equals(step) && !work.data().isEmpty())
        .findFirst()
        .map(Scenario.Decided::data)
        .orElse(Map.of());
  }

  private static CallChoice call(ProcessBundle bundle, String name, String label) {
    Optional<Scenario.Answer> told =
        bundle.scenarios().stream()
            .flatMap(scenario -> scenario.answers().stream())
            .filter(answer -> answer.of() == Scenario.Target.CALL && answer.name().equals(name))
            .filter(answer -> answer.result() instanceof Scenario.Result.Done)
            .findFirst();
    return new CallChoice(
        name,
        label,
        told.map(answer -> CallStub.map(((Scenario.Result.Done) answer.result()).reply())).orElse(Map.of()),
        told.map(Scenario.Answer::accepted).orElse(false));
  }
}
