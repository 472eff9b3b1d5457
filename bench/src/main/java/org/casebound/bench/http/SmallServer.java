package org.casebound.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * An HTTP/1.1 server with one thread per kept connection on the loopback interface: bodies with Content-Length only, no TLS, nothing
 * that costs time. Lives as long as its JVM.
 */
public final class SmallServer {
  private static final int BACKLOG = 128;

  private final ServerSocket socket;
  private final Function<Message, Answer> handler;

  /** @param handler called by many threads at a time */
  public SmallServer(Function<Message, Answer> handler) {
    this.handler = handler;
    try {
      this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("No port to listen on", e);
    }
    daemon(this::accept, "accepts connections");
  }

  /** Address without a slash at the end. */
  public String address() {
    return "http://localhost:" + socket.getLocalPort();
  }

  private static void daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        daemon(() -> serve(connection), "serves a connection");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The server at " + address() + " stopped", e);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      while (true) {
        out.write(bytes(handler.apply(read(in))));
      }
    } catch (IOException closedByTheOtherSide) {
      // A client that closes its connection is the usual end.
    }
  }

  private static Message read(BufferedInputStream in) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Message(first[0], first[1], headers, in.readNBytes(length));
  }

  private static String line(BufferedInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("Closed");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  private static byte[] bytes(Answer answer) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 " + answer.status() + " OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
