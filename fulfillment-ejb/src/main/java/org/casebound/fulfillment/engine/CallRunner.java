package org.casebound.fulfillment.engine;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import org.casebound.connector.api.Outcome;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.integration.BackOfficeGateway;
import org.casebound.fulfillment.integration.CallTask;

/** Makes a call, outside any transaction, and has its outcome recorded. Runs on a managed thread. */
@ApplicationScoped
public class CallRunner {
  private static final int RECORD_TRIES = 3;

  @Inject private BackOfficeGateway gateway;
  @Inject private OutcomeRecorder recorder;
  @Inject private HeldLeases leases;

  /** Runs one call. What goes wrong here is found again by the poller when the lease ends. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  public void run(CallTask task) {
    try {
      record(task, gateway.make(task));
    } catch (RuntimeException broken) {
      FulfillmentLog.LOG.attemptBroke(task.attemptId(), String.valueOf(broken.getMessage()), broken);
    } finally {
      leases.letGo(task.attemptId());
    }
  }

  /** Records again when somebody else changed a record of the flow at the same moment. */
  private void record(CallTask task, Outcome outcome) {
    for (int tries = 1; ; tries++) {
      try {
        recorder.record(task, outcome);
        return;
      } catch (EJBException failure) {
        if (tries >= RECORD_TRIES || !isConflict(failure)) {
          throw failure;
        }
      }
    }
  }

  private static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return true;
      }
    }
    return false;
  }
}
