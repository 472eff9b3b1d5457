package org.casebound.fulfillment.due;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casebound.fulfillment.config.FulfillmentLog;

/**
 * Does what is due right after the commit that planned it, on another thread and one look at a time. A hint that gets lost costs
 * time, never work: the poller looks anyway.
 */
@ApplicationScoped
public class DueHint {
  private static final int BATCH = 50;

  @Resource private ManagedExecutorService executor;
  @Inject private DueTasks tasks;

  private final AtomicBoolean hinted = new AtomicBoolean();

  void onCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) DueTaskPlans.DueNow event) {
    if (hinted.compareAndSet(false, true)) {
      try {
        executor.execute(this::look);
      } catch (RejectedExecutionException full) {
        hinted.set(false);
      }
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  private void look() {
    try {
      do {
        hinted.set(false);
      } while (tasks.runDue(BATCH) == BATCH);
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.pollFailed(failure);
    }
  }
}
