package org.casebound.fulfillment.engine;

import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * What conditions see of a case and its request at one moment.
 *
 * @param ofCase fields of the case
 * @param ofRequest attributes of the request, the base ones included
 */
public record CaseFacts(Values ofCase, Values ofRequest) {
  /** The facts as they are now. */
  public static CaseFacts of(PublishedProcess process, Case seen, ServiceCatalogRequest request) {
    return new CaseFacts(FlowContext.caseFacts(seen), FlowContext.requestFacts(process, seen, request));
  }

  /** The names that conditions begin with. */
  public Map<String, Object> byName() {
    return Map.of("case", ofCase.asMap(), "request", ofRequest.asMap());
  }
}
