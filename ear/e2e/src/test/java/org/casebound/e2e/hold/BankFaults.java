package org.casebound.e2e.hold;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.casebound.e2e.CaseboundServer;

/** Gives the bank another fault every second: it fails, stalls, drops answers, acknowledges twice and in another order. */
final class BankFaults {
  private static final long EACH_MILLIS = 1_000;

  private final CaseboundServer host;
  private final Random random;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "faults of the bank");

  /** @param host the server that the bank lives on, which may be down at times */
  BankFaults(CaseboundServer host, Random random) {
    this.host = host;
    this.random = random;
  }

  void begin() {
    thread.start();
  }

  /** Ends, and lets the bank behave. */
  void end() throws InterruptedException {
    ended.countDown();
    thread.join();
    host.bank().delete("/faults");
  }

  private void run() {
    try {
      do {
        give(next());
      } while (!ended.await(EACH_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void give(Map<String, Object> faults) {
    try {
      host.bank().put("/faults", faults);
    } catch (UncheckedIOException down) {
      // It forgets its faults when it dies, and gets another one soon.
      Thread.onSpinWait();
    }
  }

  private Map<String, Object> next() {
    return switch (random.nextInt(7)) {
      case 0 -> Map.of("failNext", 1 + random.nextInt(5), "status", 500, "dropAnswer", 0, "stallMillis", 0);
      case 1 -> Map.of("failNext", 1 + random.nextInt(5), "status", 503, "retryAfterSeconds", 1, "stallMillis", 0);
      case 2 -> Map.of("failNext", 0, "dropAnswer", 1 + random.nextInt(5), "stallMillis", 0);
      case 3 -> Map.of("failNext", 0, "stallMillis", 6_000, "stallAfterEffect", true);
      case 4 -> Map.of("failNext", 0, "stallMillis", 300, "stallAfterEffect", false);
      case 5 -> Map.of("failNext", 0, "stallMillis", 0, "duplicateAcknowledgements", true,
          "acknowledgementDelayMillis", random.nextInt(2_000));
      default -> Map.of("failNext", 0, "stallMillis", 0, "dropAnswer", 0, "acknowledgementDelayMillis", random.nextInt(50),
          "acknowledgementVia", random.nextBoolean() ? "listener" : "rest");
    };
  }
}
