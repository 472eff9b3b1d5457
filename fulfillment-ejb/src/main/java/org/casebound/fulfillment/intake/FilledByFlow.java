package org.casebound.fulfillment.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.FulfillmentFlowDefinition.RecordTriggered;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;

/** Finds the attributes that the flows of a process write: a requester is not asked for what the work will find out. */
final class FilledByFlow {
  private FilledByFlow() {}

  /** Names of the attributes. */
  static Set<String> of(ProcessBundle bundle) {
    return bundle.flows().stream()
        .flatMap(FilledByFlow::elements)
        .flatMap(FilledByFlow::written)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Element> elements(FulfillmentFlowDefinition flow) {
    if (flow instanceof RecordTriggered straight) {
      return straight.elements().stream();
    }
    if (flow instanceof Autolaunched inner) {
      return inner.elements().stream();
    }
    return flow instanceof Orchestration orchestration
        ? orchestration.stages().stream().flatMap(stage -> stage.steps().stream()).flatMap(FilledByFlow::elements)
        : Stream.empty();
  }

  private static Stream<Element> elements(StepDefinition step) {
    return step.work() instanceof StepDefinition.Background background ? background.elements().stream() : Stream.empty();
  }

  private static Stream<String> written(Element element) {
    if (element instanceof Element.UpdateRequest update) {
      return update.values().keySet().stream();
    }
    return inside(element).stream().flatMap(FilledByFlow::written);
  }

  private static List<Element> inside(Element element) {
    if (element instanceof Element.Guarded guarded) {
      return Stream.concat(Stream.of(guarded.element()), guarded.onFault().stream()).toList();
    }
    if (element instanceof Element.Decide decide) {
      return Stream.concat(decide.rules().stream().flatMap(rule -> rule.then().stream()), decide.otherwise().stream()).toList();
    }
    if (element instanceof Element.ForEach loop) {
      return loop.body();
    }
    return element instanceof Element.WaitForEvent wait ? wait.onTimeout() : List.of();
  }
}
