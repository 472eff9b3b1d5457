package org.casebound.connector.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.casebound.connector.file.outbound.Disk;

/** A real disk that can hang or fail just after it has renamed a file, as a remote one does. */
final class FaultyDisk extends Disk {
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration hold = Duration.ZERO;
  private volatile boolean breaking;

  void holdMoves(Duration time) {
    hold = time;
  }

  void answerLate(Duration time) {
    delay = time;
  }

  void breakAfterMove() {
    breaking = true;
  }

  void behave() {
    delay = Duration.ZERO;
    hold = Duration.ZERO;
    breaking = false;
  }

  void close() {
    closed.countDown();
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    pause(hold);
    super.move(from, to);
    if (breaking) {
      throw new IOException("Stale file handle");
    }
    pause(delay);
  }

  private void pause(Duration time) {
    try {
      closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
