package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Says what follows each outcome of a work item, in words. The flow machine decides it on the state as it is now and with an
 * empty form; nothing is stored, and what can not be foreseen is left out.
 */
@Dependent
class NextText {
  @Inject private FlowRepository flows;
  @Inject private FlowEngine engine;
  @Inject private ProcessCatalog catalog;

  /** Sentences by outcome name. */
  Map<String, String> of(WorkItem item, StepDefinition.Interactive work) {
    FulfillmentFlow flow = flows.find(item.flowId()).orElseThrow();
    ProcessBundle bundle = catalog.require(flow.processName(), flow.processVersion()).bundle();
    Map<String, String> texts = new LinkedHashMap<>();
    for (StepDefinition.Outcome outcome : work.outcomes()) {
      String text = text(flow, bundle, new FlowEvent.WorkFinished(item.stepName(), "", outcome.name(), "", Map.of()));
      if (!text.isEmpty()) {
        texts.put(outcome.name(), text);
      }
    }
    return texts;
  }

  private String text(FulfillmentFlow flow, ProcessBundle bundle, FlowEvent event) {
    try {
      List<Decision> decisions = engine.foresee(flow, event);
      String text = decisions.stream().flatMap(d -> sentence(d, bundle).stream()).distinct().collect(Collectors.joining(" "));
      boolean ends = decisions.stream().anyMatch(Decision.FlowCompleted.class::isInstance);
      return text.isEmpty() && ends ? "The flow ends." : text;
    } catch (RuleViolation unforeseeable) {
      return "";
    }
  }

  private static Optional<String> sentence(Decision decision, ProcessBundle bundle) {
    if (decision instanceof Decision.WorkOffered offered) {
      return Optional.of("A person does \u201c%s\u201d.".formatted(offered.label()));
    }
    if (decision instanceof Decision.CallPlaced call) {
      String label = bundle.integration(call.integration()).map(IntegrationDefinition::label).orElse(call.integration());
      return Optional.of("Calls \u201c%s\u201d.".formatted(label));
    }
    if (decision instanceof Decision.CaseClosed closed) {
      return Optional.of("The case is closed as %s.".formatted(closed.resolution().name().toLowerCase(Locale.ROOT)));
    }
    return Optional.empty();
  }
}
