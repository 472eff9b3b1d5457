package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.FulfillmentFlowDefinition.RecordTriggered;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;

/**
 * The flow machine: from a definition, a snapshot and an event to decisions. It has no clock, no random numbers, no container
 * and no state of its own besides the compiled definition; it may be shared between threads.
 *
 * <p>A straight-through flow is treated as an orchestration of one stage with one background step, both named like the flow.
 */
public final class FlowMachine {
  /** Code of the refusal of what happens to a step while its flow is suspended. */
  public static final String SUSPENDED = "FLOW-010";

  private final Orchestration definition;
  private final Map<String, Program> programs;
  private final Expressions expressions;

  /**
   * Compiles a definition that was checked when it was published.
   *
   * @param flows autolaunched flows of the bundle by name
   */
  public FlowMachine(
      FulfillmentFlowDefinition definition, Map<String, Autolaunched> flows, Expressions expressions) {
    this.definition = orchestrationOf(definition);
    this.expressions = expressions;
    Map<String, Program> compiled = new LinkedHashMap<>();
    for (StageDefinition stage : this.definition.stages()) {
      for (StepDefinition step : stage.steps()) {
        if (step.work() instanceof StepDefinition.Background background) {
          compiled.put(step.name(), Program.of(background.elements()));
        }
      }
    }
    this.programs = Map.copyOf(compiled);
  }

  /** The definition as stages and steps; a straight-through flow has one of each. */
  public static Orchestration orchestrationOf(FulfillmentFlowDefinition definition) {
    if (definition instanceof Orchestration orchestration) {
      return orchestration;
    } else if (definition instanceof RecordTriggered flow) {
      return orchestrationOf(flow);
    }
    throw new IllegalArgumentException(definition.name() + " runs only inside other flows");
  }

  private static Orchestration orchestrationOf(RecordTriggered flow) {
    StepDefinition step =
        new StepDefinition(
            flow.name(),
            flow.label(),
            List.of(),
            Optional.empty(),
            new StepDefinition.Background(flow.elements()),
            Optional.empty(),
            List.of());
    return new Orchestration(
        flow.name(),
        flow.label(),
        flow.trigger(),
        flow.variables(),
        List.of(
            new StageDefinition(
                flow.name(), flow.label(), List.of(step), List.of(), Optional.empty(), Optional.empty(), 1)));
  }

  /**
   * Decides what follows from an event. An event that the state does not allow any more (a late answer, a second completion)
   * is refused; the flow does not change.
   *
   * @return decisions in the order in which they are to be applied
   * @throws org.casebound.domain.shared.RuleViolation FLOW-001 when the event does not fit the state of its step
   */
  public List<Decision> decide(FlowSnapshot snapshot, FlowEvent event) {
    return new FlowRun(definition, programs, expressions, snapshot).on(event);
  }
}
