package org.casebound.connector.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks at a condition again and again, for a limited time. */
final class Patience {
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private Patience() {}

  /** Whether the condition held at some time within this time. */
  static boolean seen(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return true;
  }
}
