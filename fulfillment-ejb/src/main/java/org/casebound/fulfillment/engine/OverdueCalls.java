package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.integration.StillInDoubt;

/**
 * Gives up calls that do not come back: a connector that never returns must not keep its step for ever. The outcome is unknown, and
 * is settled as the definition says; the lease ends with it, so that a late answer changes nothing.
 */
@ApplicationScoped
public class OverdueCalls {
  @Inject private HeldLeases leases;
  @Inject private OutcomeRecorder recorder;
  @Inject private CircuitWatch circuits;

  /** Called by the look for due work: the calls' own threads may all be lost. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // one that can not be recorded does not stop the others
  void look(Instant now) {
    for (CallTask task : leases.overdue(now)) {
      FulfillmentLog.LOG.callOverdue(task.attemptId(), task.definition().connector());
      Outcome unknown = unknown(task);
      try {
        circuits.called(task, unknown);
        recorder.record(task, unknown);
        leases.giveUp(task.attemptId());
      } catch (RuntimeException broken) {
        FulfillmentLog.LOG.attemptBroke(task.attemptId(), String.valueOf(broken.getMessage()), broken);
      }
    }
  }

  private static Outcome unknown(CallTask task) {
    boolean ask = task.definition().unknownOutcome() == UnknownOutcomePolicy.VERIFY;
    return new Outcome.Failed(
        Failure.UNKNOWN_OUTCOME,
        ask ? StillInDoubt.CODE : "NO_ANSWER",
        "The connector did not come back within %s and some time after it.".formatted(task.definition().timeout()),
        Optional.empty());
  }
}
