package org.casebound.fulfillment.engine;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.HeuristicCommitException;
import jakarta.transaction.HeuristicMixedException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.integration.BackOfficeGateway;
import org.casebound.fulfillment.integration.CallTask;

/**
 * Makes a call, outside any transaction unless its connector shares the one that records the outcome, and has its outcome
 * recorded. Runs on a managed thread.
 */
@ApplicationScoped
public class CallRunner {
  private static final int RECORD_TRIES = 3;

  @Inject private BackOfficeGateway gateway;
  @Inject private OutcomeRecorder recorder;
  @Inject private SharedTransactionCall together;
  @Inject private HeldLeases leases;
  @Inject private WaitingFlows waiting;
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
      if (task.verifyFirst() && settledByReply(task)) {
        circuits.notCalled(task);
      } else if (gateway.sharesTransaction(task)) {
        runTogether(call);
      } else {
        finish(call, gateway.make(task));
      }
    } catch (RuntimeException broken) {
      FulfillmentLog.LOG.attemptBroke(task.attemptId(), String.valueOf(broken.getMessage()), broken);
    } finally {
      leases.letGo(task.attemptId());
    }
  }

  private boolean settledByReply(CallTask task) {
    recordings.acquireUninterruptibly();
    try {
      return recorder.settleByReply(task);
    } finally {
      recordings.release();
    }
  }

  /** Has an outcome recorded, so many at a time. */
  private void finish(LeasedCall call, Outcome outcome) {
    recordings.acquireUninterruptibly();
    try {
      circuits.called(call.task(), outcome);
      record(call, outcome);
    } finally {
      recordings.release();
    }
  }

  private void runTogether(LeasedCall call) {
    Optional<Outcome> unsafe = gateway.unsafe();
    if (unsafe.isPresent()) {
      finish(call, unsafe.get());
      return;
    }
    SharedTransactionCall.Made made = makeTogether(call.task());
    if (made.recorded()) {
      circuits.called(call.task(), made.outcome());
    } else {
      finish(call, made.outcome());
    }
  }

  /** Makes the call with its recording. What was rolled back had no effect. */
  private SharedTransactionCall.Made makeTogether(CallTask task) {
    try {
      return together.make(task);
    } catch (EJBException failure) {
      boolean mixed = causedBy(failure, HeuristicMixedException.class, HeuristicCommitException.class);
      return new SharedTransactionCall.Made(
          new Outcome.Failed(
              mixed ? Failure.UNKNOWN_OUTCOME : Failure.TRANSIENT,
              mixed ? "COMMITTED_IN_PART" : "ROLLED_BACK",
              String.valueOf(failure.getMessage()),
              Optional.empty()),
          false);
    }
  }

  /** Records with what is in hand; reads the flow when somebody else changed it meanwhile, and again when it happens again. */
  private void record(LeasedCall call, Outcome outcome) {
    if (call.inHand().isPresent() && settled(() -> recorder.record(call.task(), call.inHand().get(), outcome))) {
      waiting.keep(call.inHand().get());
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
    return causedBy(failure, OptimisticLockException.class, PessimisticLockException.class, LockTimeoutException.class);
  }

  private static boolean causedBy(Throwable failure, Class<?>... kinds) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(cause)));
  }
}
