package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeDefinition.Option;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.intake.RequestCatalog;

/** A request's values as people read them: in sections, choices by their labels. Thread-safe. */
@ApplicationScoped
public class RequestFacts {
  private RequestCatalog catalog;
  private Texts texts;

  protected RequestFacts() {}

  @Inject
  RequestFacts(RequestCatalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  List<FactGroup> facts(CaseView view) {
    return FactGroup.of(view.request().attributes(), choices(view.process().name()), texts);
  }

  /** Of a process that is no longer active the values are shown as they are stored. */
  private Map<String, Map<String, String>> choices(String process) {
    return catalog.active().stream()
        .filter(p -> p.name().equals(process))
        .flatMap(p -> p.attributes().stream())
        .filter(a -> !a.options().isEmpty())
        .collect(Collectors.toMap(AttributeDefinition::name, RequestFacts::labels, (first, second) -> first));
  }

  private static Map<String, String> labels(AttributeDefinition attribute) {
    return attribute.options().stream().collect(Collectors.toMap(Option::value, Option::label, (first, second) -> first));
  }
}
