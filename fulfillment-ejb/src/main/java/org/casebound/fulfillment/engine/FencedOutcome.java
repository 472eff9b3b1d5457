package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.persistence.AttemptRepository;

/** Applies an outcome in the caller's transaction, as long as this node has the lease of its try. */
@Dependent
class FencedOutcome {
  @Inject private FlowEngine engine;
  @Inject private AttemptRepository attempts;
  @Inject private OutcomePolicy policy;
  @Inject private StepParking parking;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  /** False, and nothing changed but the log, when another try or another node has taken over. */
  boolean apply(CallTask task, Outcome outcome) {
    FulfillmentFlow flow = engine.lock(task.flowId());
    StepAttempt attempt = attempts.find(task.attemptId()).orElseThrow();
    boolean leased = attempt.isLeasedTo(settings.node());
    if (leased) {
      apply(flow, attempt, task, outcome);
    } else {
      FulfillmentLog.LOG.lateAnswer(attempt.id(), attempt.state().name());
    }
    return leased;
  }

  /** False, and nothing changed, when the inbox has no reply to the call, or another try or another node has taken over. */
  boolean applyReply(CallTask task) {
    FulfillmentFlow flow = engine.lock(task.flowId());
    StepAttempt attempt = attempts.find(task.attemptId()).orElseThrow();
    Optional<Outcome> late =
        attempt.isLeasedTo(settings.node()) ? parking.earlyReply(attempt, clock.instant()) : Optional.empty();
    late.ifPresent(outcome -> apply(flow, attempt, task, outcome));
    return late.isPresent();
  }

  private void apply(FulfillmentFlow flow, StepAttempt attempt, CallTask task, Outcome outcome) {
    policy.apply(engine.load(flow, HistoryEntry.SYSTEM), attempt, task.definition(), outcome);
  }
}
