package org.casebound.fulfillment.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;

/**
 * Hands calls to the server's threads. A call that finds no thread keeps its lease until that ends; then the poller finds it
 * again: a lost hint costs time, never work.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/CaseboundCalls", maxAsync = 64)
public class CallDispatcher {
  @Resource(lookup = "java:app/concurrent/CaseboundCalls")
  private ManagedExecutorService executor;

  @Inject private HeldLeases leases;
  @Inject private CallRunner runner;

  /** Runs the call soon, on another thread. */
  void dispatch(LeasedCall call) {
    if (leases.hold(call.task()) && !run(() -> runner.run(call))) {
      leases.letGo(call.task().attemptId());
    }
  }

  /** Runs the task soon, on another thread; false when there is none. */
  boolean run(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }
}
