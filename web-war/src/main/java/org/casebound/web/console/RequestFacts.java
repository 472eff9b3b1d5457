package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.definition.AttributeDefinition;
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
    return FactGroup.of(view.request().attributes(), FactGroup.labels(active(view.process().name())), texts);
  }

  /** Of a process that is no longer active the values are shown as they are stored. */
  private List<AttributeDefinition> active(String process) {
    return catalog.active().stream().filter(p -> p.name().equals(process)).flatMap(p -> p.attributes().stream()).toList();
  }
}
