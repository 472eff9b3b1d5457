package org.casebound.connector.base;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on the container's work threads.
 *
 * @param workManager of the resource adapter's container
 */
public record WorkExecutor(WorkManager workManager) implements Executor {
  @Override
  public void execute(Runnable task) {
    try {
      workManager.scheduleWork(new Request(task));
    } catch (WorkException e) {
      throw new RejectedExecutionException(e);
    }
  }

  private record Request(Runnable task) implements Work {
    @Override
    public void run() {
      task.run();
    }

    /** A request is short; nothing has to be stopped. */
    @Override
    public void release() {}
  }
}
