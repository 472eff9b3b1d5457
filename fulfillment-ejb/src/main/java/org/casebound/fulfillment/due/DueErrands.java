package org.casebound.fulfillment.due;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.due.DueErrandClaims.Leased;

/** Runs errands on other threads, a few of each kind at a time, so that a slow system holds up nothing else. Takes no more leases than it has threads. */
@ApplicationScoped
public class DueErrands {
  @Resource private ManagedExecutorService executor;
  @Inject private DueErrandClaims claims;
  @Inject @Any private Instance<DueErrand> errands;

  private final ConcurrentMap<DueTaskKind, Semaphore> free = new ConcurrentHashMap<>();

  /** Begins as many due errands as there are free threads. */
  public void look() {
    errands.stream().filter(DueErrand::ready).forEach(this::look);
  }

  private void look(DueErrand runner) {
    Semaphore threads = free.computeIfAbsent(runner.kind(), kind -> new Semaphore(runner.atATime()));
    int room = threads.drainPermits();
    List<Leased> begun = List.of();
    try {
      if (room > 0) {
        begun = claims.take(runner.kind(), runner.longest(), room);
      }
    } finally {
      threads.release(room - begun.size());
    }
    begun.forEach(errand -> begin(errand, threads));
  }

  private void begin(Leased errand, Semaphore threads) {
    try {
      executor.execute(() -> run(errand, threads));
    } catch (RejectedExecutionException full) {
      threads.release();
      FulfillmentLog.LOG.debugf("Errand %d comes again when its lease ends: %s", errand.taskId(), full.getMessage());
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  private void run(Leased errand, Semaphore threads) {
    try {
      runOne(errand);
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.pollFailed(failure);
    } finally {
      threads.release();
    }
    lookAgain();
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // whatever the other system did becomes a noted failure
  private void runOne(Leased errand) {
    DueErrand runner = errands.stream().filter(each -> each.kind() == errand.kind()).findFirst().orElseThrow();
    DueErrand.Ending ending;
    try {
      ending = runner.run(errand.subjectId());
    } catch (RuntimeException failure) {
      claims.failed(errand, runner, String.valueOf(failure.getMessage()));
      return;
    }
    try {
      claims.end(errand, ending);
    } catch (StaleRecord overtaken) {
      FulfillmentLog.LOG.debugf("Errand %d was overtaken: %s", errand.taskId(), overtaken.getMessage());
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.pollFailed(failure);
    }
  }
}
