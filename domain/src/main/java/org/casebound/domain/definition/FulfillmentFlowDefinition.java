package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;

/** The design of the work that fulfills a request. */
public sealed interface FulfillmentFlowDefinition {
  /** API name, unique in the bundle. */
  String name();

  /** What people call it. */
  String label();

  /** What starts it. */
  TriggerDefinition trigger();

  /** Straight through: elements run one after the other. */
  record RecordTriggered(String name, String label, TriggerDefinition trigger, List<Element> elements)
      implements FulfillmentFlowDefinition {
    public RecordTriggered {
      elements = List.copyOf(elements);
    }
  }

  /** Stages and steps. */
  record Orchestration(
      String name, String label, TriggerDefinition trigger, List<StageDefinition> stages)
      implements FulfillmentFlowDefinition {
    public Orchestration {
      stages = List.copyOf(stages);
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
}
