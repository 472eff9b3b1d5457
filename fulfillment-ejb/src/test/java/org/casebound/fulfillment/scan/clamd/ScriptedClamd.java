package org.casebound.fulfillment.scan.clamd;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP server that does with its one connection what the test says, and keeps it open until the test ends. */
final class ScriptedClamd implements AutoCloseable {
  private final ServerSocket server;
  private volatile Socket open = new Socket();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  /** What it does with a connection. */
  @FunctionalInterface
  interface Script {
    void play(Socket connection, DataInputStream in) throws IOException;
  }

  ScriptedClamd(Script script) throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    thread.execute(() -> {
      try {
        open = server.accept();
        script.play(open, new DataInputStream(open.getInputStream()));
      } catch (SocketException over) {
        return; // the test has what it wants
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("localhost", server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.close();
    thread.shutdownNow();
  }
}
