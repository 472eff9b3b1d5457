package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.engine.FlowOutlook;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Says what follows each outcome of a work item. The flow machine decides it on the state as it is now and with an
 * empty form; nothing is stored, and what can not be foreseen is left out.
 */
@Dependent
class NextSteps {
  @Inject private ProcessCatalog catalog;

  /** What follows, by outcome name. */
  Map<String, List<NextStep>> of(WorkItem item, StepDefinition.Interactive work, FulfillmentFlow flow, FlowOutlook outlook) {
    ProcessBundle bundle = catalog.require(flow.processName(), flow.processVersion()).bundle();
    Map<String, List<NextStep>> steps = new LinkedHashMap<>();
    for (StepDefinition.Outcome outcome : work.outcomes()) {
      List<NextStep> next = after(outlook, bundle, new FlowEvent.WorkFinished(item.stepName(), "", outcome.name(), "", Map.of()));
      if (!next.isEmpty()) {
        steps.put(outcome.name(), next);
      }
    }
    return steps;
  }

  private static List<NextStep> after(FlowOutlook outlook, ProcessBundle bundle, FlowEvent event) {
    try {
      List<Decision> decisions = outlook.after(event);
      List<NextStep> next = decisions.stream().flatMap(decision -> step(decision, bundle).stream()).distinct().toList();
      boolean ends = decisions.stream().anyMatch(Decision.FlowCompleted.class::isInstance);
      return next.isEmpty() && ends ? List.of(new NextStep(NextStep.Kind.END, "")) : next;
    } catch (RuleViolation unforeseeable) {
      return List.of();
    }
  }

  private static Optional<NextStep> step(Decision decision, ProcessBundle bundle) {
    if (decision instanceof Decision.WorkOffered offered) {
      return Optional.of(new NextStep(NextStep.Kind.WORK, offered.label()));
    }
    if (decision instanceof Decision.CallPlaced call) {
      String label = bundle.integration(call.integration()).map(IntegrationDefinition::label).orElse(call.integration());
      return Optional.of(new NextStep(NextStep.Kind.CALL, label));
    }
    if (decision instanceof Decision.CaseClosed closed) {
      return Optional.of(new NextStep(NextStep.Kind.CLOSE, closed.resolution().name()));
    }
    return Optional.empty();
  }
}
