package org.casebound.fulfillment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private static final List<SystemLine> ANSWER = List.of(SystemLine.of(Finding.SCANNER_ANSWERS, "clamd"));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger looks = new AtomicInteger();
  private final Probes probes =
      new Probes(Duration.ofMillis(200)) {
        @Override
        ExecutorService executor() {
          return threads;
        }
      };

  @AfterEach
  void end() throws InterruptedException {
    gate.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsWhatWasSeen() {
    assertThat(ask(() -> ANSWER)).isEqualTo(ANSWER);
    assertThat(ask(() -> ANSWER)).isEqualTo(ANSWER);
    assertThat(looks).hasValue(2);
  }

  @Test
  void callsWhatHangsSilentAndDoesNotLookAgainWhileItDoes() {
    Look hangs =
        () -> {
          gate.await();
          return ANSWER;
        };
    assertThat(ask(hangs)).extracting(SystemLine::finding).containsExactly(Finding.SCANNER_SILENT);
    assertThat(ask(hangs)).extracting(SystemLine::finding).containsExactly(Finding.SCANNER_SILENT);
    assertThat(looks).hasValue(1);
  }

  @Test
  void callsWhatFailsSilentAndLooksAgain() {
    Look fails =
        () -> {
          throw new IllegalStateException("x");
        };
    assertThat(ask(fails)).extracting(SystemLine::finding).containsExactly(Finding.SCANNER_SILENT);
    assertThat(ask(() -> ANSWER)).isEqualTo(ANSWER);
  }

  private interface Look {
    List<SystemLine> look() throws InterruptedException;
  }

  private List<SystemLine> ask(Look look) {
    probes.begin(
        SystemPart.SCANNER,
        () -> {
          looks.incrementAndGet();
          return look.look();
        });
    return probes.await(SystemPart.SCANNER, Finding.SCANNER_SILENT);
  }
}
