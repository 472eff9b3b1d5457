package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OAuth 2.0 client credentials, with an authorization server and a back office on real sockets. */
class TokenAuthenticationTest {
  private static final Credentials CLIENT = Credentials.of("casebound:1", "s3cret/?");
  private static final String TOKENS = "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":100}";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T10:00:00Z"));
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile String refused = "";
  private volatile boolean holding;
  private volatile int tokenStatus = 200;
  private volatile String tokenBody = TOKENS;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/token", this::giveToken);
    server.createContext("/work", exchange -> {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      seen.add(authorization);
      answer(exchange, authorization.equals(refused) || refused.equals("all") ? 401 : 200, "{\"ok\":true}");
    });
    server.start();
  }

  @AfterEach
  void stop() {
    held.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    tokenRequests.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (holding) {
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    answer(exchange, tokenStatus, tokenBody.formatted("t" + fetches.incrementAndGet()));
  }

  /** Reads the request first: a socket that is closed with something unread in it resets the connection, and the answer may be lost. */
  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Retry-After", "9");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private final class MovableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  private HttpSettingsFixture here() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return new HttpSettingsFixture(address).tokensFrom(address + "/token");
  }

  private SharedHttp shared() {
    return here().shared(new MovableClock());
  }

  private static Outcome call(SharedHttp shared, Duration timeout) {
    Call call = new Call("POST /work", new IdempotencyKey("k"), "c", Map.of(), timeout);
    return shared.as(CLIENT).call(call, new PointOfNoReturn()).value();
  }

  private static Outcome call(SharedHttp shared) {
    return call(shared, Duration.ofSeconds(10));
  }

  @Test
  void asksForATokenAsTheClientAndUsesItForEveryConnection() {
    SharedHttp shared = shared();
    assertThat(call(shared)).isEqualTo(new Outcome.Done(Map.of("ok", true)));
    assertThat(call(shared)).isEqualTo(new Outcome.Done(Map.of("ok", true)));
    // Client id and secret are form-encoded before Basic: RFC 6749, 2.3.1.
    assertThat(tokenRequests).containsExactly("POST "
        + HeaderAuthentication.basic("casebound%3A1", "s3cret%2F%3F") + " grant_type=client_credentials&scope=cards%3Awrite");
    assertThat(seen).containsExactly("Bearer t1", "Bearer t1");
  }

  @Test
  void fetchesTheNextTokenBeforeTheOldOneExpires() {
    SharedHttp shared = shared();
    call(shared);
    now.updateAndGet(time -> time.plusSeconds(89));
    call(shared);
    now.updateAndGet(time -> time.plusSeconds(2));
    call(shared);
    assertThat(seen).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
  }

  @Test
  void manyCallersFetchOneToken() throws Exception {
    SharedHttp shared = shared();
    holding = true;
    List<Future<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(threads.submit(() -> call(shared)));
    }
    org.awaitility.Awaitility.await().until(() -> tokenRequests.size() == 1);
    held.countDown();
    for (Future<Outcome> call : calls) {
      assertThat(call.get()).isEqualTo(new Outcome.Done(Map.of("ok", true)));
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aTokenThatIsNotTakenIsReplacedOnce() {
    SharedHttp shared = shared();
    call(shared);
    refused = "Bearer t1";
    assertThat(call(shared)).isEqualTo(new Outcome.Done(Map.of("ok", true)));
    assertThat(seen).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
    refused = "all";
    assertFailed(call(shared), Failure.PERMANENT, "HTTP_401");
    assertThat(seen).hasSize(5).endsWith("Bearer t2", "Bearer t3");
  }

  @Test
  void aClientThatIsRefusedIsAPermanentFailureAndNothingIsSent() {
    tokenStatus = 401;
    tokenBody = "{\"error\":\"invalid_client\"}";
    Outcome outcome = call(shared());
    assertFailed(outcome, Failure.PERMANENT, "TOKEN_REFUSED");
    assertThat(((Outcome.Failed) outcome).message()).contains("invalid_client").doesNotContain("s3cret");
    assertThat(seen).isEmpty();
  }

  @Test
  void aTokenEndpointThatIsBusySilentOrAwayIsATransientFailure() throws IOException {
    tokenStatus = 503;
    tokenBody = "{}";
    Outcome busy = call(shared());
    assertFailed(busy, Failure.TRANSIENT, "TOKEN_UNAVAILABLE");
    assertThat(((Outcome.Failed) busy).retryAfter()).contains(Duration.ofSeconds(9));
    holding = true;
    assertFailed(call(shared(), Duration.ofMillis(200)), Failure.TRANSIENT, "TOKEN_UNAVAILABLE");
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertFailed(
        call(here().tokensFrom("http://127.0.0.1:" + free).shared(Clock.systemUTC())),
        Failure.TRANSIENT, "TOKEN_UNAVAILABLE");
    assertThat(seen).isEmpty();
  }

  @Test
  void anAnswerWithoutABearerTokenIsAPermanentFailure() {
    for (String body : List.of("{}", "<html>", "{\"access_token\":\"t\",\"token_type\":\"mac\"}", "{\"access_token\":\"a\\nb\",\"token_type\":\"bearer\"}")) {
      tokenBody = body;
      assertFailed(call(shared()), Failure.PERMANENT, "TOKEN_REFUSED");
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void theTokenEndpointsAddressMustBeOpenToo() {
    HttpSettingsFixture settings = here().tokensFrom("http://[::1]:1/token").allowed("127.0.0.1");
    assertFailed(call(settings.shared(Clock.systemUTC())), Failure.PERMANENT, "ADDRESS_REFUSED");
  }

  private static void assertFailed(Outcome outcome, Failure kind, String code) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(kind);
      assertThat(failed.code()).isEqualTo(code);
    });
  }

  @Test
  void showsNoToken() {
    assertThat(new Permit.Granted(Map.of("Authorization", "Bearer t0k")).toString()).doesNotContain("t0k");
    assertThat(new AccessTokens.Fetched("t0k", Duration.ofSeconds(1)).toString()).doesNotContain("t0k");
    assertThat(Optional.of(CLIENT).toString()).doesNotContain("s3cret");
  }
}
