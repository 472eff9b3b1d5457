package org.casebound.fulfillment.studio;

/** Checks what a bundle means: names, references, calendars, rules, stages, elements, expressions. Thread-safe. */
final class MeaningCheck {
  private final AttributeMeaning attributes = new AttributeMeaning(new Re2Patterns());
  private final IntegrationMeaning integrations = new IntegrationMeaning();
  private final CalendarMeaning calendars = new CalendarMeaning();

  void check(Place root, Problems problems) {
    BundleIndex index = BundleIndex.of(root);
    Place process = root.at("process");
    attributes.check(process.items("attributes"), true, problems);
    UniqueNames.check("document", process.items("documents"), problems);
    References.check("queue", process.at("queue"), index.queues().keySet(), problems);
    References.check("flow", process.at("fulfillmentFlow"), index.flows().keySet(), problems);
    UniqueNames.check("queue", root.items("queues"), problems);
    integrations.check(root.items("integrations"), problems);
    calendars.check(root.items("calendars"), problems);
    new RulesMeaning(index, problems).check(process);
    UniqueNames.check("flow", root.items("flows"), problems);
    FlowMeaning flows = new FlowMeaning(index, attributes, problems);
    root.items("flows").forEach(flows::check);
  }
}
