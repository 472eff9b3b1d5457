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
import org.casebound.domain.shared.Values;

/**
 * The flow machine: from a definition, a snapshot and an event to decisions. It has no clock, no random numbers, no container
 * and no state of its own besides the compiled definition; it may be shared between threads.
 *
 * <p>A straight-through flow is treated as an orchestration of one stage with one background step, both named like the flow.
 */
public final class FlowMachine {
  /** Code of the refusal of what happens to a step while its flow is suspended. */
  public static final String SUSPENDED = "FLOW-010";

  /** What is added to a flow's name to name the flow that undoes it. */
  public static final String UNDO_SUFFIX = "_undo";

  private final Plan plan;

  /**
   * Compiles a definition that was checked when it was published.
   *
   * @param flows autolaunched flows of the bundle by name
   * @throws org.casebound.domain.shared.RuleViolation FLOW-005 when subflows start each other in a circle or too deep, FLOW-008
   *     when an evaluation flow does more than compute, FLOW-011 when a program is too long, FLOW-012 when a subflow is missing
   */
  public FlowMachine(
      FulfillmentFlowDefinition definition, Map<String, Autolaunched> flows, Expressions expressions) {
    this(Plan.of(orchestrationOf(definition), Map.copyOf(flows), expressions, false));
  }

  private FlowMachine(Plan plan) {
    this.plan = plan;
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
   * @throws org.casebound.domain.shared.RuleViolation FLOW-001 when the event does not fit the state of its step, {@value #SUSPENDED}
   *     when it must wait until the suspension is over, FLOW-006 when a person corrects a variable to a value of a wrong type,
   *     FLOW-014 when a person agrees a second time
   */
  public List<Decision> decide(FlowSnapshot snapshot, FlowEvent event) {
    return decide(snapshot, event, ElementListener.NOBODY);
  }

  /** The same, and tells which elements are reached on the way. */
  public List<Decision> decide(FlowSnapshot snapshot, FlowEvent event, ElementListener listener) {
    return new FlowRun(plan, snapshot, listener).on(event);
  }

  /** All elements of the steps that run by themselves, by step, in order; each as {@link ElementListener} is told it. */
  public Map<String, List<String>> elements() {
    Map<String, List<String>> elements = new LinkedHashMap<>();
    plan.programs().forEach((step, program) -> elements.put(step, program.paths()));
    return elements;
  }

  /** What the flow waits for, steps in the order of their stage; empty only when it has ended. */
  public List<WaitingFor> waitsFor(FlowSnapshot snapshot) {
    return WaitingFor.in(plan, snapshot);
  }

  /** What expressions outside the flow's own steps see of it: {@code case}, {@code request}, {@code steps}, {@code vars}. */
  public Map<String, Object> facts(FlowSnapshot snapshot) {
    return new FlowRun(plan, snapshot, ElementListener.NOBODY).facts();
  }

  /**
   * What a flow that undoes the canceled one must know: its variables when it begins. They hold all that {@link #undoing} needs to
   * make its machine again later, so the engine stores no more than such a flow's row, named like the canceled flow with {@value
   * #UNDO_SUFFIX}.
   */
  public Values undoVariables(FlowSnapshot canceled) {
    return Undo.variables(canceled);
  }

  /**
   * The machine of a flow that undoes a canceled one: one stage with a step for every completion that is to be undone, one after
   * the other, the last completion first, each named like the undone step (completed again: with a number). It starts like any
   * flow, its failures stop it with an incident, and it does not end with its case.
   *
   * @param variables variables of the undoing flow, from {@link #undoVariables}
   */
  public FlowMachine undoing(Values variables) {
    return new FlowMachine(
        Plan.of(Undo.definition(plan.definition(), variables), plan.flows(), plan.expressions(), true));
  }

  /** The compiled definition. */
  Plan plan() {
    return plan;
  }

  /** The stages and steps that this machine runs. */
  public Orchestration definition() {
    return plan.definition();
  }
}
