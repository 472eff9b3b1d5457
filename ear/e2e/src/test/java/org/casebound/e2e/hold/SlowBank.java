package org.casebound.e2e.hold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A back office in the test's own JVM: it takes its time for cards, and takes changes of addresses without saying anything more.
 * What it remembers does not count against the server's memory. Thread-safe.
 */
final class SlowBank implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<String> blocked = new ConcurrentLinkedQueue<>();
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underway = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Duration time = Duration.ZERO;

  SlowBank() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/cards/", this::block);
    server.createContext("/customers/", this::accept);
    server.createContext("/health", exchange -> answer(exchange, 200, "{}"));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How long it thinks about each card. */
  void takeTime(Duration given) {
    time = given;
  }

  /** Calls about cards that wait for their answer. */
  int underway() {
    return underway.get();
  }

  /** The keys of the cards that it has blocked, one for each call. */
  Queue<String> blocked() {
    return blocked;
  }

  /** The keys of the changes that it has accepted, which are their references too, one for each call. */
  Queue<String> accepted() {
    return accepted;
  }

  private void block(HttpExchange exchange) throws IOException {
    underway.incrementAndGet();
    try {
      closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underway.decrementAndGet();
    }
    blocked.add(key(exchange));
    answer(exchange, 200, "{\"reference\":\"B\"}");
  }

  private void accept(HttpExchange exchange) throws IOException {
    accepted.add(key(exchange));
    answer(exchange, 202, "{\"reference\":\"" + key(exchange) + "\"}");
  }

  private static String key(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Idempotency-Key");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
