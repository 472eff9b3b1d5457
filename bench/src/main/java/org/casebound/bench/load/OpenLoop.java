package org.casebound.bench.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts cases at a fixed rate and notes when each is closed. A late start counts as waiting of that case. Used once. */
final class OpenLoop {
  private static final int THREADS = 32;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Workload workload;
  private final ClosedCases look;
  private final int count;
  private final long tickNanos;
  private final Map<Long, Long> begun = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

  OpenLoop(Workload workload, ClosedCases look, int perSecond, int count) {
    this.workload = workload;
    this.look = look;
    this.count = count;
    this.tickNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  List<Long> run() throws SQLException, InterruptedException {
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(THREADS);
    long begin = System.nanoTime() + tickNanos;
    for (int i = 0; i < count; i++) {
      long tick = begin + i * tickNanos;
      clients.schedule(() -> drive(tick), tick - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    clients.shutdown();
    List<Long> latencies = watch(begin + count * tickNanos + PATIENCE_NANOS);
    clients.awaitTermination(1, TimeUnit.MINUTES);
    return latencies;
  }

  private void drive(long tick) {
    try {
      begun.put(workload.drive(), tick);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private List<Long> watch(long end) throws SQLException {
    List<Long> latencies = new ArrayList<>();
    while (latencies.size() < count) {
      for (long closed : begun.isEmpty() ? List.<Long>of() : look.among(begun.keySet())) {
        latencies.add(System.nanoTime() - begun.remove(closed));
      }
      RuntimeException failure = failures.peek();
      if (failure != null) {
        throw failure;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(count - latencies.size() + " cases of the open loop did not close");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return latencies;
  }
}
