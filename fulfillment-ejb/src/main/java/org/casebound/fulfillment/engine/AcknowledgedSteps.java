package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
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
  @Inject private CaseHistory history;
  @Inject private Clock clock;

  /**
   * A person says which call the reply answers.
   *
   * @param attemptId any try of the call
   * @throws UnknownRecord when there is no such try
   * @throws StaleRecord ACK-001 when the step does not wait for an acknowledgement any more
   * @throws RuleViolation ACK-002 when the call went through another connector, ACK-003 when its flow is suspended
   */
  public void match(long attemptId, ReplyInboxEntry entry, String user, String why) {
    StepAttempt named = attempts.find(attemptId).orElseThrow(() -> new UnknownRecord("call", attemptId));
    if (!named.connector().equals(entry.connector())) {
      throw new RuleViolation(
          "ACK-002",
          "The reply came in through %s, but call %d went out through %s.".formatted(entry.connector(), attemptId, named.connector()));
    }
    FulfillmentFlow flow = engine.lock(named.flowId());
    StepAttempt newest = attempts.lockNewest(new CallKey(named.flowId(), named.idempotencyKey()));
    if (newest.state() != AttemptState.ACCEPTED) {
      throw new StaleRecord(
          "ACK-001",
          "Step '%s' does not wait for this reply: its call is %s. Discard the reply, or choose another call."
              .formatted(newest.stepName(), newest.state()));
    }
    if (flow.state() == FlowState.SUSPENDED) {
      throw new RuleViolation("ACK-003", "The flow of step '%s' is suspended; resume it first.".formatted(newest.stepName()));
    }
    FlowContext context = engine.load(flow, user);
    entry.matchedBy(user, why);
    history.noted(
        context, Subject.STEP, newest.stepName(), "MATCHED", "message %s of %s: %s".formatted(entry.messageId(), entry.connector(), why));
    apply(context, newest, entry);
  }

  private void apply(FlowContext context, StepAttempt newest, ReplyInboxEntry entry) {
    FulfillmentFlow flow = context.flow();
    entry.match(newest.id(), clock.instant());
    policy.apply(
        context,
        newest,
        catalog
            .require(flow.processName(), flow.processVersion())
            .bundle()
            .integration(newest.integration())
            .orElseThrow(),
        ReplyValues.outcome(entry.reply()));
  }

  /** Applies the outcome to a flow in hand, which waits for it unless somebody changed it meanwhile; that shows when it is saved. */
  public void acknowledge(FlowInHand waiting, ReplyInboxEntry entry) {
    apply(engine.take(waiting, HistoryEntry.SYSTEM), waiting.attempt(), entry);
  }

  /**
   * Applies the outcome, if the step waits for it.
   *
   * @return false when the step is not parked yet; the reply is then taken from the inbox when it is
   */
  public boolean acknowledge(CallKey call, ReplyInboxEntry entry) {
    FulfillmentFlow flow = engine.lock(call.flowId());
    // Read under the lock: the call may have been parked, or taken over, a moment ago.
    StepAttempt newest = attempts.lockNewest(call);
    if (flow.state() == FlowState.SUSPENDED) {
      // The reply waits in the inbox until the flow is resumed.
      return false;
    }
    if (newest.state() == AttemptState.ACCEPTED) {
      apply(engine.load(flow, HistoryEntry.SYSTEM), newest, entry);
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
