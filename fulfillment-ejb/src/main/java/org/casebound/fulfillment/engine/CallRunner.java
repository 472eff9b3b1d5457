package org.casebound.fulfillment.engine;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.casebound.connector.api.Outcome;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.integration.BackOfficeGateway;
import org.casebound.fulfillment.integration.CallTask;

/** Makes a call, outside any transaction, and has its outcome recorded. Runs on a managed thread. */
@ApplicationScoped
public class CallRunner {
  private static final int RECORD_TRIES = 3;

  @Inject private BackOfficeGateway gateway;
  @Inject private OutcomeRecorder recorder;
  @Inject private HeldLeases leases;
  @Inject private CircuitWatch circuits;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  /** More calls may be out than the database has connections; only those that are back need one. */
  private Semaphore recordings = new Semaphore(1);

  @PostConstruct
  void begin() {
    recordings = new Semaphore(settings.recordings());
  }

  /** Runs one call. What goes wrong here is found again by the poller when the lease ends. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  void run(LeasedCall call) {
    CallTask task = call.task();
    try {
      if (!ActionIntegration.is(task.definition())) { // an action has no time-out: it takes as long as it needs
        leases.begin(task, clock.instant().plus(task.definition().timeout()).plus(settings.callGrace()));
      }
      Outcome outcome = gateway.make(task);
      recordings.acquireUninterruptibly();
      try {
        circuits.called(task, outcome);
        record(call, outcome);
      } finally {
        recordings.release();
      }
    } catch (RuntimeException broken) {
      FulfillmentLog.LOG.attemptBroke(task.attemptId(), String.valueOf(broken.getMessage()), broken);
    } finally {
      leases.letGo(task.attemptId());
    }
  }

  /** Records with what is in hand; reads the flow when somebody else changed it meanwhile, and again when it happens again. */
  private void record(LeasedCall call, Outcome outcome) {
    if (call.inHand().isPresent() && settled(() -> recorder.record(call.task(), call.inHand().get(), outcome))) {
      return;
    }
    for (int tries = 1; tries < RECORD_TRIES; tries++) {
      if (settled(() -> recorder.record(call.task(), outcome))) {
        return;
      }
    }
    recorder.record(call.task(), outcome);
  }

  /** Whether the recording did not meet a change by somebody else. */
  private static boolean settled(Runnable recording) {
    try {
      recording.run();
      return true;
    } catch (EJBException failure) {
      if (!isConflict(failure)) {
        throw failure;
      }
      return false;
    }
  }

  private static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof PessimisticLockException
          || cause instanceof LockTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
