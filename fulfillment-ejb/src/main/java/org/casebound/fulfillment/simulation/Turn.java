package org.casebound.fulfillment.simulation;

import org.casebound.domain.flow.FlowEvent;

/** Lets something happen to a flow. */
@FunctionalInterface
interface Turn {
  void happens(SimulatedFlow flow, FlowEvent event);
}
