package org.casebound.connector.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A wire to a real back office on this machine that can lose or delay its answer after it has carried out what was asked,
 * for a {@link Rig}. Thread-safe.
 */
public final class FaultyWire implements AutoCloseable {
  private enum Mood { FINE, HELD, LATE, CUT, GARBLED }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final ServerSocket door;
  private final int target;
  private final String effect;
  private volatile Mood mood = Mood.FINE;
  private volatile Duration delay = Duration.ZERO;
  private volatile Optional<String> greeting = Optional.empty();

  /**
   * @param target port of the back office
   * @param effect text on the wire after which the back office applies the effect
   */
  public FaultyWire(int target, String effect) {
    this.target = target;
    this.effect = effect;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** A port of this machine where nothing listens. */
  public static int deadPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where to connect to. */
  public int port() {
    return door.getLocalPort();
  }

  /** The answer to the effect comes only after this time. */
  public void answerLate(Duration time) {
    delay = time;
    mood = Mood.LATE;
  }

  /** What is sent waits for this time before it is passed on. */
  public void holdRequests(Duration time) {
    delay = time;
    mood = Mood.HELD;
  }

  /** The answer to the effect comes as something that nobody understands. */
  public void garbleAnswers() {
    mood = Mood.GARBLED;
  }

  /** The connection breaks instead of the answer to the effect. */
  public void cutAfterEffect() {
    mood = Mood.CUT;
  }

  /** A new connection gets this text and ends. */
  public void greetWith(String text) {
    greeting = Optional.of(text);
  }

  /** What begins with this text does not reach the back office; it is answered here. */
  public void answerInstead(String beginning, String answer) {
    answers.put(beginning, answer);
  }

  /** Cuts every connection that there is. */
  public void cutNow() {
    lines.forEach(Line::closeQuietly);
  }

  /** Passes everything on again. */
  public void behave() {
    mood = Mood.FINE;
    greeting = Optional.empty();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (greeting.isPresent()) {
          try (client) {
            client.getOutputStream().write(greeting.get().getBytes(StandardCharsets.US_ASCII));
          }
        } else {
          Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
          lines.add(line);
          threads.execute(line::forth);
          threads.execute(line::back);
        }
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
    private volatile boolean applying;

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
          if (forth ? answered(buffer, read) : lost()) {
            continue;
          }
          if (forth && mood == Mood.HELD) {
            closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
          }
          out.write(buffer, 0, read);
          out.flush();
        }
      } catch (IOException e) {
        // The other side went away, which ends this line.
        closeQuietly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean answered(byte[] buffer, int read) throws IOException {
      String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
      applying = text.contains(effect);
      Optional<String> own =
          answers.keySet().stream().filter(text::startsWith).findFirst().map(answers::get);
      if (own.isPresent()) {
        client.getOutputStream().write(own.get().getBytes(StandardCharsets.US_ASCII));
      }
      return own.isPresent();
    }

    private boolean lost() throws IOException, InterruptedException {
      if (applying && mood == Mood.CUT) {
        throw new IOException("Told to break.");
      }
      if (applying && mood == Mood.LATE) {
        closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (applying && mood == Mood.GARBLED) {
        client.getOutputStream().write("?!\r\n".getBytes(StandardCharsets.US_ASCII));
        return true;
      }
      return false;
    }

    private void closeQuietly() {
      try (client; server) {
        applying = false;
      } catch (IOException e) {
        // Closed already.
      }
    }
  }
}
