package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.AttemptRepository.CallKey;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Moves a parked step on when its acknowledgement is in. Works in the caller's transaction. */
@Dependent
public class AcknowledgedSteps {
  private static final Set<AttemptState> SETTLED =
      EnumSet.of(AttemptState.DONE, AttemptState.REJECTED, AttemptState.WITHDRAWN);

  @Inject private FlowEngine engine;
  @Inject private AttemptRepository attempts;
  @Inject private OutcomePolicy policy;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;

  /**
   * Applies the outcome, if the step waits for it.
   *
   * @return false when the step is not parked yet; the reply is then taken from the inbox when it is
   */
  public boolean acknowledge(CallKey call, ReplyInboxEntry entry, Outcome outcome) {
    FulfillmentFlow flow = engine.lock(call.flowId());
    // Read under the lock: the call may have been parked, or taken over, a moment ago.
    StepAttempt newest = attempts.lockNewest(call);
    if (flow.state() == FlowState.SUSPENDED) {
      // The reply waits in the inbox until the flow is resumed.
      return false;
    }
    if (newest.state() == AttemptState.ACCEPTED) {
      entry.match(newest.id(), clock.instant());
      policy.apply(
          engine.load(flow, HistoryEntry.SYSTEM),
          newest,
          catalog
              .require(flow.processName(), flow.processVersion())
              .bundle()
              .integration(newest.integration())
              .orElseThrow(),
          outcome);
      return true;
    }
    if (SETTLED.contains(newest.state())) {
      // The call was settled another way, by asking, or its flow has ended; the message says nothing new.
      entry.match(newest.id(), clock.instant());
      return true;
    }
    // Whoever is just parking the step without the lock must notice that a reply has come.
    flow.happened();
    return false;
  }
}
