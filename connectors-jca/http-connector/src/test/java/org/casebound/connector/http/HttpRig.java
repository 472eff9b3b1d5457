package org.casebound.connector.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.tck.FaultyWire;
import org.casebound.connector.tck.Rig;

/** The HTTP connector with a small back office on a real socket. */
final class HttpRig implements Rig {
  private enum Mood { FINE, HELD, LATE, BREAKING, BUSY, CHANGED }

  private static final String USER = "casebound";
  private static final String PASSWORD = "the-right-one";
  private static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final HttpServer server;
  private final FaultyWire wire;
  private final Map<String, Integer> effects = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Mood mood = Mood.FINE;
  private volatile Duration delay = Duration.ZERO;

  HttpRig() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/effects/", this::verify);
    server.createContext("/apply", this::apply);
    server.createContext("/refuse", exchange -> answer(exchange, 409, "{\"code\":\"NO\",\"detail\":\"no\"}"));
    server.start();
    wire = new FaultyWire(server.getAddress().getPort(), "POST /apply");
  }

  private void apply(HttpExchange exchange) throws IOException {
    if (mood == Mood.BUSY) {
      answer(exchange, 503, "{}");
      return;
    }
    if (!AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{\"code\":\"WHO_ARE_YOU\"}");
      return;
    }
    if (mood == Mood.HELD) {
      waitFor(delay);
    }
    effects.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), 1);
    if (mood == Mood.LATE) {
      waitFor(delay);
    }
    if (mood == Mood.BREAKING) {
      throw new IOException("Told to break.");
    }
    answer(exchange, 200, mood == Mood.CHANGED ? "<ok/>" : "{\"ok\":true}");
  }

  private void waitFor(Duration time) {
    try {
      closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void verify(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean known = effects.containsKey(path.substring(path.lastIndexOf('/') + 1));
    answer(exchange, known ? 200 : 404, known ? "{\"status\":\"DONE\",\"result\":{\"ok\":true}}" : "{\"code\":\"KEY_UNKNOWN\"}");
  }

  /** Reads the request first: a socket that is closed with something unread in it resets the connection, and the answer may be lost. */
  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  static HttpManagedConnectionFactory factory(int port) {
    HttpManagedConnectionFactory factory = new HttpManagedConnectionFactory();
    factory.setBaseUrl("http://127.0.0.1:" + port);
    factory.setVerifyPath("/effects/{key}");
    factory.setAllowedAddresses("127.0.0.0/8");
    try {
      factory.setResourceAdapter(new HttpResourceAdapter());
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    factory.setUserName(USER);
    factory.setPassword(PASSWORD);
    return factory;
  }

  @Override
  public ManagedConnectionFactory factory() {
    return factory(wire.port());
  }

  @Override
  public ManagedConnectionFactory factoryToNowhere() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return factory(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Call call(IdempotencyKey key, Duration timeout) {
    return new Call("POST /apply", key, "contract", Map.of("a", 1), timeout);
  }

  @Override
  public Call refusedCall(IdempotencyKey key) {
    return new Call("POST /refuse", key, "contract", Map.of(), Duration.ofSeconds(10));
  }

  @Override
  public void answerLate(Duration time) {
    delay = time;
    mood = Mood.LATE;
  }

  @Override
  public void breakAfterEffect() {
    mood = Mood.BREAKING;
  }

  @Override
  public void beBusy() {
    mood = Mood.BUSY;
  }

  @Override
  public void holdRequests(Duration time) {
    delay = time;
    mood = Mood.HELD;
  }

  /** The server ends connections that nobody uses; the client may notice that only when it writes. */
  @Override
  public boolean cutIdleConnections() {
    wire.cutNow();
    return true;
  }

  @Override
  public boolean changeSchema() {
    mood = Mood.CHANGED;
    return true;
  }

  @Override
  public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    HttpManagedConnectionFactory stranger = factory(wire.port());
    stranger.setPassword(WRONG_PASSWORD);
    return Optional.of(stranger);
  }

  @Override
  public void behave() {
    mood = Mood.FINE;
  }

  @Override
  public int effects(IdempotencyKey key) {
    return effects.getOrDefault(key.value(), 0);
  }

  @Override
  public void close() {
    closed.countDown();
    wire.close();
    server.stop(0);
  }
}
