package org.casebound.e2e.connector;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks clamd's {@code INSTREAM}, and finds the EICAR test file and nothing else. It can be away, and can keep an answer back. */
public final class SmallClamd {
  /** What it calls the EICAR test file. */
  public static final String NAME = "Eicar-Test-Signature";

  /** The test file of all virus scanners, in two halves, because a scanner on a developer's disk would delete this one otherwise. */
  private static final String EICAR = String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

  private final int port;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile ServerSocket server;

  /** @param port where it listens, whenever it does */
  SmallClamd(int port) {
    this.port = port;
    this.server = listen();
  }

  /** Content that it finds harmful. */
  public static byte[] eicar() {
    return EICAR.getBytes(StandardCharsets.US_ASCII);
  }

  String address() {
    return "localhost:" + port;
  }

  /** Nobody is there any more. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It is there again. */
  public void start() {
    server = listen();
  }

  /** Keeps answers back until {@link #answer}. */
  public void think() {
    gate = new CountDownLatch(1);
  }

  /** Gives the answers that were kept back, and the next ones at once. */
  public void answer() {
    gate.countDown();
  }

  /** How many documents it has read. */
  public int asked() {
    return asked.get();
  }

  private ServerSocket listen() {
    try {
      ServerSocket listening = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
      start(() -> accept(listening));
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket connection = listening.accept();
        start(() -> talk(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "small clamd");
    thread.setDaemon(true);
    thread.start();
  }

  private void talk(Socket connection) {
    try (connection) {
      DataInputStream in = new DataInputStream(connection.getInputStream());
      String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
      String answer = command.equals("zINSTREAM\0") ? look(in) : "UNKNOWN COMMAND";
      connection.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private String look(DataInputStream in) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    asked.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    return content.toString(StandardCharsets.ISO_8859_1).contains(EICAR) ? "stream: " + NAME + " FOUND" : "stream: OK";
  }
}
