package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;
import org.casebound.connector.http.outbound.AuthenticationSettings.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBackOfficeTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final CountDownLatch testEnds = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/base/echo", exchange -> {
      keys.add(exchange.getRequestHeaders().getOrDefault("X-API-Key", List.of("none")).get(0));
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
      answer(exchange, 307);
    });
    server.createContext("/base/away", exchange -> {
      exchange.getResponseHeaders().set("Location", "http://localhost:" + server.getAddress().getPort() + "/base/echo");
      answer(exchange, 302);
    });
    server.createContext("/base/busy", exchange -> {
      for (String parameter : exchange.getRequestURI().getQuery().split("&")) {
        if (parameter.startsWith("retry=")) {
          exchange.getResponseHeaders().set("Retry-After", parameter.substring("retry=".length()));
        }
      }
      answer(exchange, Integer.parseInt(exchange.getRequestURI().getQuery().substring(7, 10)));
    });
    server.createContext("/base/health", exchange -> answer(exchange, 204));
    server.start();
  }

  /** Reads the request first: a socket that is closed with something unread in it resets the connection, and the answer may be lost. */
  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
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

  private static HttpSettingsFixture to(int port) {
    return new HttpSettingsFixture("http://127.0.0.1:" + port + "/base/").connectTimeout(SHORT);
  }

  private HttpSettingsFixture toServer() {
    return to(server.getAddress().getPort());
  }

  private static Call call(String operation, Duration timeout) {
    return new Call(operation, new IdempotencyKey("key-1"), "case-7", Map.of("id", "a b", "city", "Graz"), timeout);
  }

  private Outcome send(String operation, Duration timeout) {
    return send(toServer().backOffice(), operation, timeout).value();
  }

  private static Reply<Outcome> send(BackOffice backOffice, String operation, Duration timeout) {
    return backOffice.call(call(operation, timeout), new PointOfNoReturn());
  }

  private static void assertFailure(Outcome outcome, Failure kind, String code) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(kind);
      assertThat(failed.code()).isEqualTo(code);
    });
  }

  @Test
  void sendsMethodPathBodyKeyCorrelationCredentialsAndConfiguredHeaders() {
    Outcome outcome = send(toServer().backOffice(Credentials.of("u", "p")), "PUT /echo/{id}", LONG).value();
    assertThat(outcome).isEqualTo(new Outcome.Done(Map.of("ok", true)));
    assertThat(requests)
        .containsExactly("PUT /base/echo/a%20b key-1 case-7 Basic dTpw t1 {\"city\":\"Graz\"}");
  }

  @Test
  void sendsAFixedBearerTokenOrAnApiKey() {
    Credentials token = Credentials.of("", "t0k");
    send(toServer().scheme(Scheme.BEARER).backOffice(token), "PUT /echo/{id}", LONG);
    assertThat(requests).singleElement().asString().contains(" Bearer t0k ");
    assertThat(token.toString()).doesNotContain("t0k");
    send(toServer().scheme(Scheme.API_KEY).backOffice(token), "PUT /echo/{id}", LONG);
    assertThat(keys).containsExactly("none", "t0k");
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
    Reply<Outcome> reply = send(to(free).backOffice(), "POST /x", LONG);
    assertFailure(reply.value(), Failure.TRANSIENT, "CONNECT_FAILED");
    assertThat(reply.broken()).isTrue();
  }

  @Test
  void anUnknownHostIsATransientFailure() {
    BackOffice nowhere = new HttpSettingsFixture("http://no-such-host.invalid").backOffice();
    assertFailure(send(nowhere, "POST /x", LONG).value(), Failure.TRANSIENT, "CONNECT_FAILED");
  }

  @Test
  void noConnectionWithinTheTimeOutIsATransientFailure() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
      fill(full, waiting);
      Outcome outcome = send(to(full.getLocalPort()).backOffice(), "POST /x", LONG).value();
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
      Reply<Outcome> reply = send(to(socket.getLocalPort()).backOffice(), "POST /x", LONG);
      assertFailure(reply.value(), Failure.UNKNOWN_OUTCOME, "CONNECTION_LOST");
      assertThat(reply.broken()).isTrue();
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
    assertThat(toServer().backOffice().verify(new IdempotencyKey("k")).value()).isEqualTo(new Verification.Unsupported());
  }

  @Test
  void healthIsAskedWhereAPathIsConfigured() {
    assertThat(toServer().healthPath("/health").backOffice().health().value().state()).isEqualTo(Health.State.UP);
    assertThat(toServer().backOffice().health().value().state()).isEqualTo(Health.State.UNKNOWN);
    assertThat(toServer().healthPath("/nothing").backOffice().health().value().state()).isEqualTo(Health.State.DOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "busy?status=429&retry=7, TRANSIENT, HTTP_429, PT7S",
    "busy?status=503&retry=Wed%2C%2021%20Oct%202015%2007%3A28%3A00%20GMT, TRANSIENT, HTTP_503, PT0S",
    "busy?status=500, UNKNOWN_OUTCOME, HTTP_500,",
    "busy?status=401, PERMANENT, HTTP_401,"
  })
  void aFailureCarriesWhatTheServerSaid(String path, Failure kind, String code, Duration wait) {
    Outcome outcome = send("POST /" + path, LONG);
    assertFailure(outcome, kind, code);
    assertThat(((Outcome.Failed) outcome).retryAfter()).isEqualTo(Optional.ofNullable(wait));
  }

  @Test
  void acceptedAndKnownKeysAreAnsweredAsTheServerSays() {
    assertThat(send("POST /busy?status=202", LONG)).isEqualTo(new Outcome.Accepted("key-1"));
    assertThat(send("POST /busy?status=409", LONG)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() {
    assertFailure(send("POST /away", LONG), Failure.PERMANENT, "HTTP_302");
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d", "http://localhost:%d", "http://[::1]:%d", "http://[::ffff:127.0.0.1]:%d",
      "http://2130706433:%d"})
  void anAddressThatIsNotOpenIsRefusedBeforeAnythingIsSent(String address) {
    BackOffice closed = new HttpSettingsFixture(address.formatted(server.getAddress().getPort()) + "/base")
        .allowed("10.0.0.0/8").healthPath("/health").verifyPath("/v/{key}").backOffice();
    Reply<Outcome> reply = send(closed, "PUT /echo/{id}", LONG);
    assertFailure(reply.value(), Failure.PERMANENT, "ADDRESS_REFUSED");
    assertThat(reply.broken()).isFalse();
    assertThat(closed.health().value().state()).isEqualTo(Health.State.DOWN);
    assertThat(closed.verify(new IdempotencyKey("k")).value()).isInstanceOf(Verification.Unavailable.class);
    assertThat(requests).isEmpty();
  }
}
