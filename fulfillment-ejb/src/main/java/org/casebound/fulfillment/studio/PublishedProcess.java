package org.casebound.fulfillment.studio;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.TriggerRule;

/** A published version of a process, ready to run: parsed once, kept as long as the server runs. Immutable. */
public record PublishedProcess(
    ProcessBundle bundle,
    Map<String, FlowMachine> machines,
    List<TriggeredFlow> startedByCreation,
    List<TriggeredFlow> startedByUpdate) {
  /** Compiles the flows of the bundle. */
  public static PublishedProcess of(ProcessBundle bundle, Expressions expressions) {
    Map<String, Autolaunched> autolaunched = new LinkedHashMap<>();
    for (FulfillmentFlowDefinition flow : bundle.flows()) {
      if (flow instanceof Autolaunched inner) {
        autolaunched.put(flow.name(), inner);
      }
    }
    Map<String, FlowMachine> machines = new LinkedHashMap<>();
    for (FulfillmentFlowDefinition flow : bundle.flows()) {
      if (flow.startedBy().isPresent()) {
        machines.put(flow.name(), new FlowMachine(flow, autolaunched, expressions));
      }
    }
    return new PublishedProcess(
        bundle,
        Map.copyOf(machines),
        triggered(bundle, expressions, TriggerDefinition.On::created),
        triggered(bundle, expressions, TriggerDefinition.On::updated));
  }

  private static List<TriggeredFlow> triggered(
      ProcessBundle bundle, Expressions expressions, Predicate<TriggerDefinition.On> watched) {
    return bundle.flows().stream()
        .flatMap(
            flow ->
                flow.startedBy().stream()
                    .map(trigger -> new TriggeredFlow(flow, trigger, new TriggerRule(trigger, expressions))))
        .filter(flow -> watched.test(flow.trigger().on()))
        .sorted(Comparator.comparingInt(flow -> flow.trigger().order()))
        .toList();
  }

  /** The machine of a running flow: that of its definition, or the one that undoes another flow. */
  public FlowMachine machine(FulfillmentFlow flow) {
    FlowMachine machine = machines.get(flow.name());
    return machine != null
        ? machine
        : machines.get(undone(flow.name()).orElseThrow()).undoing(flow.variables());
  }

  /** Whether runs of the flow of that name have stages of their own; a straight-through flow has none. */
  public boolean hasStages(String flow) {
    return bundle.flow(flow).map(Orchestration.class::isInstance).orElse(true);
  }

  /** The flow that the one of that name undoes. */
  private Optional<String> undone(String flow) {
    return Optional.of(flow)
        .filter(name -> name.endsWith(FlowMachine.UNDO_SUFFIX))
        .map(name -> name.substring(0, name.length() - FlowMachine.UNDO_SUFFIX.length()))
        .filter(machines::containsKey);
  }

  /** Whether the flow of that name fulfills the cases of the process; others only accompany them. */
  public boolean isFulfillment(String flow) {
    return process().fulfillmentFlow().filter(flow::equals).isPresent();
  }

  /** The flows that a new record, or a changed one, may start, in the order in which they start. */
  public List<TriggeredFlow> triggeredFlows(boolean created) {
    return created ? startedByCreation : startedByUpdate;
  }

  /** The flow of that name with its trigger; empty for an autolaunched one. */
  public Optional<TriggeredFlow> triggered(String name) {
    return Stream.concat(startedByCreation.stream(), startedByUpdate.stream())
        .filter(flow -> flow.name().equals(name))
        .findFirst();
  }

  /** The process itself. */
  public ServiceProcessDefinition process() {
    return bundle.process();
  }

  /** The flow that the process names as its own; empty when it is worked by hand. */
  public Optional<FulfillmentFlowDefinition> fulfillmentFlow() {
    return process().fulfillmentFlow().flatMap(bundle::flow);
  }
}
