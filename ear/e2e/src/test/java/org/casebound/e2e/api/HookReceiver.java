package org.casebound.e2e.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.connector.api.WebhookSignatureException;

/** A receiver of webhooks that answers 204 unless it is told otherwise, and keeps what it got. Thread-safe. */
public final class HookReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private record Answer(int status, Map<String, String> headers) {}

  /** What came. */
  public record Received(String id, String timestamp, String signature, byte[] body, Instant at) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String type() {
      return json().path("type").asText();
    }

    String caseNumber() {
      return json().path("data").path("case").asText();
    }

    /** Whether a receiver that knows this secret alone takes it, with that body. */
    boolean verifies(String secret, byte[] asReceived) {
      try {
        new WebhookSignature(List.of(secret), WebhookSignature.DEFAULT_TOLERANCE, Clock.systemUTC()).verify(id, timestamp, signature, asReceived);
        return true;
      } catch (WebhookSignatureException refused) {
        return false;
      }
    }
  }

  public HookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.add(
        new Received(header(exchange, WebhookSignature.ID), header(exchange, WebhookSignature.TIMESTAMP), header(exchange, WebhookSignature.SIGNATURE), body, Instant.now()));
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Answer answer = answers.poll();
    if (answer != null) {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
    }
    exchange.sendResponseHeaders(answer == null ? 204 : answer.status(), -1);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  /** The next answer that is not spoken for yet. */
  public void answer(int status, Map<String, String> headers) {
    answers.add(new Answer(status, headers));
  }

  /** Keeps answers back until {@link #release}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Gives the answers that were kept back, and the next ones at once. */
  public void release() {
    gate.countDown();
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  /** What came with this id, oldest first. */
  public List<Received> of(String id) {
    return received.stream().filter(each -> each.id().equals(id)).toList();
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
