package org.casebound.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebound.bench.load.Orchestration;

/** How long an agent waits for the first page of the inbox. One agent, one page after the other. */
public final class Inbox {
  private static final int UNMEASURED = 200;
  private static final int MEASURED = 1000;

  private Inbox() {}

  /** Median and 99th percentile of the page, in milliseconds. */
  public static Map<Figure, Double> page(Orchestration agent) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < UNMEASURED + MEASURED; i++) {
      long begin = System.nanoTime();
      int items = agent.inbox();
      if (items == 0) {
        throw new IllegalStateException("The inbox is empty");
      }
      if (i >= UNMEASURED) {
        nanos.add(System.nanoTime() - begin);
      }
    }
    return Map.of(Figure.P50_MS, Percentile.millis(nanos, 0.50), Figure.P99_MS, Percentile.millis(nanos, 0.99));
  }
}
