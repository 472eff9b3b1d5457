package org.casebound.fulfillment.studio;

import java.util.List;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.fulfillment.studio.cel.CelExpressions;

/** Checks what a bundle means: names, references, calendars, rules, stages, elements, expressions. Thread-safe. */
final class MeaningCheck {
  private final AttributeValidation validation = new AttributeValidation(new Re2Patterns(), new CelExpressions());
  private final AttributeMeaning attributes = new AttributeMeaning(new Re2Patterns(), validation);
  private final IntegrationMeaning integrations = new IntegrationMeaning();
  private final CalendarMeaning calendars = new CalendarMeaning();

  void check(Place root, Problems problems) {
    BundleIndex index = BundleIndex.of(root);
    Place process = root.at("process");
    attributes.check(process.items("attributes"), true, problems);
    VisibilityMeaning.check(process.items("attributes"), problems);
    ReferenceMeaning.check(process, index, problems);
    UniqueNames.check("document", process.items("documents"), problems);
    References.check("queue", process.at("queue"), index.queues().keySet(), problems);
    fulfillmentFlow(process.at("fulfillmentFlow"), index, problems);
    UniqueNames.check("queue", root.items("queues"), problems);
    integrations.check(root.items("integrations"), problems);
    calendars.check(root.items("calendars"), problems);
    new RulesMeaning(index, problems).check(process);
    List<Place> flows = root.items("flows");
    UniqueNames.check("flow", flows, problems);
    if (SizeMeaning.isFit(flows, index, problems)) {
      FlowMeaning meaning = new FlowMeaning(index, attributes, problems);
      flows.forEach(meaning::check);
      new SubflowMeaning(index, problems).check(flows);
      new ClearanceMeaning(index, problems).check(flows);
    }
    new ScenarioMeaning(index, validation, problems).check(root);
  }

  private static void fulfillmentFlow(Place name, BundleIndex index, Problems problems) {
    References.check("flow", name, index.flows().keySet(), problems);
    name.text()
        .filter(index.autolaunched()::containsKey)
        .ifPresent(
            flow ->
                problems.at(
                    name,
                    "'%s' is an autolaunched flow: it runs only inside others.".formatted(flow),
                    "Name a flow with a trigger, or let that one have no 'autolaunched'."));
  }
}
