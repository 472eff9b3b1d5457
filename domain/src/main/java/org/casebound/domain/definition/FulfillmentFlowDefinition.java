package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;

/** The design of the work that fulfills a request, or of a part of it. */
public sealed interface FulfillmentFlowDefinition {
  /** API name, unique in the bundle. */
  String name();

  /** What people call it. */
  String label();

  /** Declared variables; others may be assigned, too, and hold anything. */
  List<VariableDefinition> variables();

  /** What starts it by itself; empty for an autolaunched flow. */
  Optional<TriggerDefinition> startedBy();

  /** Straight through: elements run one after the other. */
  record RecordTriggered(
      String name,
      String label,
      TriggerDefinition trigger,
      List<VariableDefinition> variables,
      List<Element> elements)
      implements FulfillmentFlowDefinition {
    public RecordTriggered {
      variables = List.copyOf(variables);
      elements = List.copyOf(elements);
    }

    @Override
    public Optional<TriggerDefinition> startedBy() {
      return Optional.of(trigger);
    }
  }

  /** Stages and steps. */
  record Orchestration(
      String name,
      String label,
      TriggerDefinition trigger,
      List<VariableDefinition> variables,
      List<StageDefinition> stages)
      implements FulfillmentFlowDefinition {
    public Orchestration {
      variables = List.copyOf(variables);
      stages = List.copyOf(stages);
    }

    @Override
    public Optional<TriggerDefinition> startedBy() {
      return Optional.of(trigger);
    }

    /** The stage of that name. */
    public Optional<StageDefinition> stage(String stageName) {
      return stages.stream().filter(s -> s.name().equals(stageName)).findFirst();
    }

    /** The step of that name, in whichever stage. */
    public Optional<StepDefinition> step(String stepName) {
      return stages.stream()
          .flatMap(s -> s.steps().stream())
          .filter(s -> s.name().equals(stepName))
          .findFirst();
    }
  }

  /**
   * Runs only inside others: as a subflow, as what a background step does, or as an evaluation. It sees {@code case}, {@code
   * request} and {@code steps} of who started it, but only its own {@code vars}.
   */
  record Autolaunched(String name, String label, List<VariableDefinition> variables, List<Element> elements)
      implements FulfillmentFlowDefinition {
    public Autolaunched {
      variables = List.copyOf(variables);
      elements = List.copyOf(elements);
    }

    @Override
    public Optional<TriggerDefinition> startedBy() {
      return Optional.empty();
    }
  }
}
