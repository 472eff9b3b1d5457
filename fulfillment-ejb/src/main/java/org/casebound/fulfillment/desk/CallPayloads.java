package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.integration.Payload;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What was sent and answered by a try of a call, as far as it is kept and its reader may see it. */
@Dependent
class CallPayloads {
  @Inject private FlowRepository flows;
  @Inject private ProcessCatalog catalog;

  /** {@code request} and {@code reply}. Of a call whose definition is gone nobody knows what is personal: only who may see all sees it. */
  Map<String, Object> of(StepAttempt attempt, Caller reader) {
    if (reader.seesPersonalData()) {
      return attempt.payload().asMap();
    }
    FulfillmentFlow flow = flows.find(attempt.flowId()).orElseThrow();
    return catalog
        .require(flow.processName(), flow.processVersion())
        .bundle()
        .integration(attempt.integration())
        .map(known -> Payload.withoutPersonalData(known, attempt.payload()).asMap())
        .orElseGet(Map::of);
  }
}
