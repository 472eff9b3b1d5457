package org.casebound.fulfillment.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.casebound.fulfillment.config.FulfillmentLog;

/**
 * Looks at what may hang, on other threads and for a limited time. Something that hangs keeps one thread, however often somebody asks: while
 * it does, nobody looks again, and the answer is that it is silent. Thread-safe.
 */
@ApplicationScoped
public class Probes {
  private final Map<SystemPart, Future<List<SystemLine>>> running = new ConcurrentHashMap<>();
  private final Duration limit;

  @Resource private ManagedExecutorService managed;

  protected Probes() {
    this(Duration.ofSeconds(4));
  }

  /** @param limit how long something may take to answer */
  Probes(Duration limit) {
    this.limit = limit;
  }

  /** Begins to look, unless the look before has not ended. Begin with everything first, then {@link #await}. */
  public void begin(SystemPart part, Callable<List<SystemLine>> look) {
    try {
      running.compute(part, (same, before) -> before == null || before.isDone() ? executor().submit(look) : before);
    } catch (RejectedExecutionException full) {
      FulfillmentLog.LOG.debugf("Nobody looks at %s: %s", part, full.getMessage());
    }
  }

  /**
   * What was seen.
   *
   * @param silent the finding when that takes too long; its value is how many seconds that is
   */
  public List<SystemLine> await(SystemPart part, Finding silent) {
    List<SystemLine> late = List.of(SystemLine.of(silent, limit.toSeconds()));
    Future<List<SystemLine>> looking = running.get(part);
    if (looking == null) {
      return late;
    }
    try {
      return looking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException hangs) {
      FulfillmentLog.LOG.debugf("%s is silent.", part);
    } catch (ExecutionException failed) {
      FulfillmentLog.LOG.debugf("Nobody knows of %s: %s", part, failed.getMessage());
    }
    return late;
  }

  /** The threads to look on. */
  ExecutorService executor() {
    return managed;
  }
}
