package org.casebound.fulfillment.engine;

import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;

/**
 * A flow as the transaction that decided a call left it, or the one that parked it. Whoever has it need not read it again to record the
 * call's outcome, or its acknowledgement; the versions of the records tell at commit if they are still the newest. Handed from thread to
 * thread, used by one at a time.
 *
 * @param stages all runs of the stages
 * @param steps the steps that were begun in the newest run of their stage
 * @param attempt the call's try
 */
public record FlowInHand(
    FulfillmentFlow flow,
    Case workedCase,
    ServiceCatalogRequest request,
    List<Stage> stages,
    List<Step> steps,
    StepAttempt attempt) {

  /** All records, the flow first: whoever changes it changes its row first, as those do who lock it. */
  List<Object> records() {
    List<Object> all = new ArrayList<>(List.of(flow, attempt, workedCase, request));
    all.addAll(stages);
    all.addAll(steps);
    return all;
  }
}
