package org.casebound.fulfillment.studio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.flow.FlowMachine;

/** A published version of a process, ready to run: parsed once, kept as long as the server runs. Immutable. */
public record PublishedProcess(ProcessBundle bundle, Map<String, FlowMachine> machines) {
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
    return new PublishedProcess(bundle, Map.copyOf(machines));
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
