package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Applies the acknowledgements that came in while a flow was suspended. */
@Dependent
class WaitingReplies {
  @Inject private FlowEngine engine;
  @Inject private OutcomePolicy policy;
  @Inject private StepParking parking;
  @Inject private AttemptRepository attempts;
  @Inject private ProcessCatalog catalog;

  void apply(FulfillmentFlow flow) {
    List<StepAttempt> accepted =
        attempts.attemptsOf(flow.id()).stream()
            .filter(attempt -> attempt.state() == AttemptState.ACCEPTED)
            .toList();
    for (StepAttempt attempt : accepted) {
      FlowContext context = engine.load(flow, HistoryEntry.SYSTEM);
      parking
          .earlyReply(attempt, context.now())
          .ifPresent(
              outcome ->
                  policy.apply(
                      context,
                      attempt,
                      catalog
                          .require(flow.processName(), flow.processVersion())
                          .bundle()
                          .integration(attempt.integration())
                          .orElseThrow(),
                      outcome));
    }
  }
}
