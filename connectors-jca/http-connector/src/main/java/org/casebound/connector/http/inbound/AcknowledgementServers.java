package org.casebound.connector.http.inbound;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The listening sockets. Several paths may share one; the last path that is given back closes it. Thread-safe.
 *
 * <p>Meant for a bank's network or a proxy that ends TLS, not for the open internet.
 */
public final class AcknowledgementServers {
  private static final int BACKLOG = 100;
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // The JDK's server writes head and body of an answer one after the other. Without this, which it reads once, the body waits for the
    // sender's receipt of the head: some 40 ms, in which the sender's connection can acknowledge nothing else.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final Executor executor;
  private final Map<InetSocketAddress, Shared> servers = new HashMap<>();

  public AcknowledgementServers(Executor executor) {
    this.executor = executor;
  }

  /** A path that is being served. */
  public interface Registration {
    /** The port in truth, also when 0 was asked for. */
    int port();

    /** Serves the path no more. Closing twice does nothing. */
    void close();
  }

  private static final class Shared {
    private final HttpServer server;
    /** Kept here because the JDK 17 server takes the same path twice. */
    private final Set<String> paths = new HashSet<>();

    Shared(HttpServer server) {
      this.server = server;
    }
  }

  /**
   * Serves a path.
   *
   * @throws IOException when the address can not be listened on
   * @throws IllegalArgumentException when the path is served already
   */
  public synchronized Registration register(InetSocketAddress address, String path, HttpHandler handler)
      throws IOException {
    Shared shared = servers.get(address);
    if (shared == null) {
      shared = new Shared(start(address));
      servers.put(address, shared);
    }
    if (!shared.paths.add(path)) {
      throw new IllegalArgumentException("The path " + path + " is served already.");
    }
    return new Served(address, shared, shared.server.createContext(path, handler));
  }

  private HttpServer start(InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.setExecutor(executor);
    server.start();
    return server;
  }

  private synchronized void release(Served served) {
    if (served.open) {
      served.open = false;
      served.shared.server.removeContext(served.context);
      served.shared.paths.remove(served.context.getPath());
      if (served.shared.paths.isEmpty()) {
        servers.remove(served.address);
        served.shared.server.stop(0);
      }
    }
  }

  private final class Served implements Registration {
    private final InetSocketAddress address;
    private final Shared shared;
    private final HttpContext context;
    private boolean open = true;

    Served(InetSocketAddress address, Shared shared, HttpContext context) {
      this.address = address;
      this.shared = shared;
      this.context = context;
    }

    @Override
    public int port() {
      return shared.server.getAddress().getPort();
    }

    @Override
    public void close() {
      release(this);
    }
  }
}
