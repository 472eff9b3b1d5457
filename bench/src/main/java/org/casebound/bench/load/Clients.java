package org.casebound.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that drive one case after the other, each as soon as its last one is answered. */
final class Clients {
  private final Workload workload;
  private final AtomicInteger left;
  private final ConcurrentLinkedQueue<Long> driven = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

  Clients(Workload workload, int cases) {
    this.workload = workload;
    this.left = new AtomicInteger(cases);
  }

  /**
   * Drives all cases.
   *
   * @return their ids
   * @throws RuntimeException the first failure of a client, after all have ended
   */
  List<Long> drive(int clients) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Thread thread = new Thread(this::work, "client " + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    RuntimeException failure = failures.peek();
    if (failure != null) {
      throw failure;
    }
    return new ArrayList<>(driven);
  }

  private void work() {
    try {
      while (left.getAndDecrement() > 0) {
        driven.add(workload.drive());
      }
    } catch (RuntimeException e) {
      failures.add(e);
      left.set(0);
    }
  }
}
