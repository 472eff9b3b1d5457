package org.casebound.fulfillment.studio;

import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.flow.TriggerRule;

/** A flow of a process with what starts it. */
public record TriggeredFlow(FulfillmentFlowDefinition definition, TriggerDefinition trigger, TriggerRule rule) {
  /** API name of the flow. */
  public String name() {
    return definition.name();
  }
}
