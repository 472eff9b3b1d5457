package org.casebound.connector.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A wire to a database that can lose or delay the answer to a COMMIT, after the database has carried it out. */
final class FaultyWire implements AutoCloseable {
  private enum Mood { FINE, LATE, CUT }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ServerSocket door;
  private final int target;
  private volatile Mood mood = Mood.FINE;
  private volatile Duration delay = Duration.ZERO;

  FaultyWire(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void answerCommitsLate(Duration time) {
    delay = time;
    mood = Mood.LATE;
  }

  void cutAfterCommit() {
    mood = Mood.CUT;
  }

  void behave() {
    mood = Mood.FINE;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        Line line = new Line(client, server);
        threads.execute(line::forth);
        threads.execute(line::back);
      }
    } catch (IOException e) {
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean committing;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void forth() {
      pump(client, server, true);
    }

    void back() {
      pump(server, client, false);
    }

    private void pump(Socket from, Socket to, boolean forth) {
      byte[] buffer = new byte[8192];
      try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (forth) {
            committing = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT");
          } else if (committing && mood == Mood.CUT) {
            return;
          } else if (committing && mood == Mood.LATE) {
            closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
          }
          out.write(buffer, 0, read);
          out.flush();
        }
      } catch (IOException e) {
        // The other side went away, which ends this line.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
