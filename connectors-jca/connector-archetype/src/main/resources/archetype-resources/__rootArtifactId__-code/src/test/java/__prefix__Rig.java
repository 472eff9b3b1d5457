package ${package};

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.tck.FaultyWire;
import org.casebound.connector.tck.Rig;
import org.casebound.connector.tck.TestContainer;

/** The connector with a small bank behind a wire that can be told to fail. */
final class ${prefix}Rig implements Rig {
  private static final String USER = "casebound";
  private static final String PASSWORD = "the-right-one";
  private static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final Map<String, Integer> effects = new ConcurrentHashMap<>();
  private final TestContainer container = new TestContainer();
  private final ${prefix}ResourceAdapter adapter = new ${prefix}ResourceAdapter();
  private final HttpServer bank;
  private final FaultyWire wire;
  private volatile boolean busy;
  private volatile boolean changed;

  ${prefix}Rig() {
    try {
      bank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bank.setExecutor(Executors.newCachedThreadPool());
    bank.createContext("/fees/", this::reverse);
    bank.createContext("/effects/", this::verify);
    bank.start();
    wire = new FaultyWire(bank.getAddress().getPort(), "POST /fees/");
    adapter.start(container);
  }

  private void reverse(HttpExchange exchange) throws IOException {
    if (!AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
    } else if (busy) {
      answer(exchange, 503, "{}");
    } else if (exchange.getRequestURI().getPath().contains("/0000/")) {
      answer(exchange, 409, "{\"code\":\"FEE_UNKNOWN\",\"detail\":\"There is no such fee.\"}");
    } else {
      effects.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), 1);
      answer(exchange, 200, changed ? "<reversed/>" : "{\"status\":\"REVERSED\"}");
    }
  }

  private void verify(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean known = effects.containsKey(path.substring(path.lastIndexOf('/') + 1));
    answer(exchange, known ? 200 : 404, known ? "{\"status\":\"DONE\",\"result\":{\"status\":\"REVERSED\"}}" : "{}");
  }

  /** Reads the request first: a socket that is closed with something unread in it resets the connection, and the answer may be lost. */
  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private ${prefix}ManagedConnectionFactory factory(int port, String password) {
    ${prefix}ManagedConnectionFactory factory = new ${prefix}ManagedConnectionFactory();
    factory.setBaseUrl("http://127.0.0.1:" + port);
    factory.setUserName(USER);
    factory.setPassword(password);
    try {
      factory.setResourceAdapter(adapter);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  @Override
  public ManagedConnectionFactory factory() {
    return factory(wire.port(), PASSWORD);
  }

  @Override
  public ManagedConnectionFactory factoryToNowhere() {
    return factory(FaultyWire.deadPort(), PASSWORD);
  }

  @Override
  public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    return Optional.of(factory(wire.port(), WRONG_PASSWORD));
  }

  @Override
  public Call call(IdempotencyKey key, Duration timeout) {
    return new Call("REVERSE_FEE", key, "contract", Map.of("fee", "4711"), timeout);
  }

  @Override
  public Call refusedCall(IdempotencyKey key) {
    return new Call("REVERSE_FEE", key, "contract", Map.of("fee", "0000"), Duration.ofSeconds(10));
  }

  @Override
  public void holdRequests(Duration time) {
    wire.holdRequests(time);
  }

  @Override
  public void answerLate(Duration delay) {
    wire.answerLate(delay);
  }

  @Override
  public void breakAfterEffect() {
    wire.cutAfterEffect();
  }

  @Override
  public boolean cutIdleConnections() {
    wire.cutNow();
    return true;
  }

  @Override
  public boolean changeSchema() {
    changed = true;
    return true;
  }

  @Override
  public void beBusy() {
    busy = true;
  }

  @Override
  public void behave() {
    wire.behave();
    busy = false;
    changed = false;
  }

  @Override
  public int effects(IdempotencyKey key) {
    return effects.getOrDefault(key.value(), 0);
  }

  @Override
  public void close() {
    wire.close();
    bank.stop(0);
    container.close();
  }
}
