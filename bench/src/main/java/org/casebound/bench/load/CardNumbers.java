package org.casebound.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers of cards and customers that no other case of the run has. */
public final class CardNumbers {
  private static final AtomicLong LAST = new AtomicLong();

  private CardNumbers() {}

  /** 16 digits. */
  public static String next() {
    return "49%014d".formatted(LAST.incrementAndGet());
  }
}
