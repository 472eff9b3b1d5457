package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpBackOfficeTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch testEnds = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/base/echo", exchange -> {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
          + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
          + exchange.getRequestHeaders().getFirst("X-Correlation-Id") + " "
          + exchange.getRequestHeaders().getFirst("Authorization") + " "
          + exchange.getRequestHeaders().getFirst("X-Tenant") + " "
          + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.createContext("/base/large", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(new byte[64 * 1024]);
      exchange.close();
    });
    server.createContext("/base/silent", exchange -> waitForTheEnd());
    server.createContext("/base/slow", exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      waitForTheEnd();
    });
    server.createContext("/base/moved", exchange -> {
      exchange.getResponseHeaders().set("Location", "/base/echo");
      exchange.sendResponseHeaders(307, -1);
      exchange.close();
    });
    server.createContext("/base/health", exchange -> {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    testEnds.countDown();
    server.stop(0);
  }

  private void waitForTheEnd() {
    try {
      testEnds.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpBackOffice backOffice(int port) {
    return backOffice(port, Optional.of("/health"));
  }

  private static HttpBackOffice backOffice(int port, Optional<String> health) {
    return new HttpBackOffice(
        new HttpSettings(
            URI.create("http://127.0.0.1:" + port + "/base/"), SHORT, Duration.ofSeconds(1), Optional.empty(), health,
            Map.of("X-Tenant", "t1"), Optional.empty(), 4096),
        Clock.systemUTC());
  }

  private static Call call(String operation, Duration timeout) {
    return new Call(operation, new IdempotencyKey("key-1"), "case-7", Map.of("id", "a b", "city", "Graz"), timeout);
  }

  private Outcome send(String operation, Duration timeout) {
    return backOffice(server.getAddress().getPort()).call(call(operation, timeout), Credentials.NONE).value();
  }

  private static void assertFailure(Outcome outcome, Failure kind, String code) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(kind);
      assertThat(failed.code()).isEqualTo(code);
    });
  }

  @Test
  void sendsMethodPathBodyKeyCorrelationCredentialsAndConfiguredHeaders() {
    Credentials somebody = new Credentials(Optional.of("u"), "p", Optional.empty());
    Outcome outcome = backOffice(server.getAddress().getPort()).call(call("PUT /echo/{id}", LONG), somebody).value();
    assertThat(outcome).isEqualTo(new Outcome.Done(Map.of("ok", true)));
    assertThat(requests)
        .containsExactly("PUT /base/echo/a%20b key-1 case-7 Basic dTpw t1 {\"city\":\"Graz\"}");
  }

  @Test
  void prefersABearerToken() {
    Credentials token = new Credentials(Optional.of("u"), "p", Optional.of("t0k"));
    backOffice(server.getAddress().getPort()).call(call("PUT /echo/{id}", LONG), token);
    assertThat(requests).singleElement().asString().contains(" Bearer t0k ");
    assertThat(token.toString()).doesNotContain("t0k").doesNotContain("=p");
  }

  @Test
  void anOperationThatCanNotBeSentIsAPermanentFailure() {
    assertFailure(send("NONSENSE", LONG), Failure.PERMANENT, "OPERATION_INVALID");
    assertFailure(send("POST /echo/{missing}", LONG), Failure.PERMANENT, "OPERATION_INVALID");
    assertThat(requests).isEmpty();
  }

  @Test
  void noAnswerWithinTheTimeOutIsAnUnknownOutcome() {
    assertFailure(send("POST /silent", SHORT), Failure.UNKNOWN_OUTCOME, "READ_TIMEOUT");
  }

  @Test
  void anAnswerThatNeverEndsIsAnUnknownOutcome() {
    assertFailure(send("POST /slow", SHORT), Failure.UNKNOWN_OUTCOME, "READ_TIMEOUT");
  }

  @Test
  void anAnswerThatIsTooLargeIsAnUnknownOutcome() {
    assertFailure(send("POST /large", LONG), Failure.UNKNOWN_OUTCOME, "CONNECTION_LOST");
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertFailure(send("POST /moved", LONG), Failure.PERMANENT, "HTTP_307");
    assertThat(requests).isEmpty();
  }

  @Test
  void nobodyListeningIsATransientFailure() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      free = socket.getLocalPort();
    }
    HttpBackOffice.Reply<Outcome> reply = backOffice(free).call(call("POST /x", LONG), Credentials.NONE);
    assertFailure(reply.value(), Failure.TRANSIENT, "CONNECT_FAILED");
    assertThat(reply.transportBroke()).isTrue();
  }

  @Test
  void anUnknownHostIsATransientFailure() {
    HttpBackOffice nowhere = new HttpBackOffice(
        new HttpSettings(
            URI.create("http://no-such-host.invalid"), LONG, LONG, Optional.empty(), Optional.empty(), Map.of(),
            Optional.empty(), 4096),
        Clock.systemUTC());
    assertFailure(nowhere.call(call("POST /x", LONG), Credentials.NONE).value(), Failure.TRANSIENT, "CONNECT_FAILED");
  }

  @Test
  void noConnectionWithinTheTimeOutIsATransientFailure() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
      fill(full, waiting);
      Outcome outcome = backOffice(full.getLocalPort()).call(call("POST /x", LONG), Credentials.NONE).value();
      assertFailure(outcome, Failure.TRANSIENT, "CONNECT_TIMEOUT");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Nobody accepts, so the queue of the listening socket runs full and further connections hang. */
  private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 100);
      } catch (java.net.SocketTimeoutException e) {
        return;
      }
    }
  }

  @Test
  void aConnectionThatIsResetAfterTheRequestIsAnUnknownOutcome() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 10, LOOPBACK)) {
      Thread server = new Thread(() -> resetOne(socket));
      server.start();
      HttpBackOffice.Reply<Outcome> reply =
          backOffice(socket.getLocalPort()).call(call("POST /x", LONG), Credentials.NONE);
      assertFailure(reply.value(), Failure.UNKNOWN_OUTCOME, "CONNECTION_LOST");
      assertThat(reply.transportBroke()).isTrue();
      server.join();
    }
  }

  private void resetOne(ServerSocket listening) {
    try (Socket socket = listening.accept()) {
      InputStream in = socket.getInputStream();
      requests.add(Integer.toString(in.read()));
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void withoutAVerifyPathThereIsNoVerification() {
    assertThat(backOffice(server.getAddress().getPort()).verify(new IdempotencyKey("k"), Credentials.NONE).value())
        .isEqualTo(new Verification.Unsupported());
  }

  @Test
  void healthIsAskedWhereAPathIsConfigured() throws IOException {
    int port = server.getAddress().getPort();
    assertThat(backOffice(port).health(Credentials.NONE).value().state()).isEqualTo(Health.State.UP);
    assertThat(backOffice(port, Optional.empty()).health(Credentials.NONE).value().state())
        .isEqualTo(Health.State.UNKNOWN);
    assertThat(backOffice(port, Optional.of("/nothing")).health(Credentials.NONE).value().state())
        .isEqualTo(Health.State.DOWN);
  }
}
