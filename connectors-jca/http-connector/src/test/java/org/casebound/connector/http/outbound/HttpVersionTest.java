package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.PointOfNoReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version of HTTP is spoken, as a real server sees it: WildFly's own, Undertow. */
class HttpVersionTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final int CALLS = 3;

  @TempDir
  Path folder;

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private Undertow server;

  /** What the server saw of a request. */
  private record Seen(String protocol, String path, int clientPort, boolean upgrade) {}

  @AfterEach
  void stop() {
    server.stop();
  }

  private void answer(HttpServerExchange exchange) {
    seen.add(new Seen(
        exchange.getProtocol().toString(), exchange.getRequestPath(), exchange.getSourceAddress().getPort(),
        exchange.getRequestHeaders().contains("Upgrade")));
    exchange.setStatusCode(204);
    exchange.endExchange();
  }

  /** Starts a server over TLS. */
  private BackOffice serve(boolean offersHttp2, HttpHandler handler) {
    Path keys = TestKeys.make(folder, "keys.p12", "IP:127.0.0.1");
    SSLContext tls = TlsStores.context(Optional.empty(), Optional.of(TestKeys.store(keys))).orElseThrow();
    server = Undertow.builder()
        .setServerOption(UndertowOptions.ENABLE_HTTP2, offersHttp2)
        .setServerOption(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, 1)
        .addHttpsListener(0, "127.0.0.1", tls)
        .setHandler(handler)
        .build();
    server.start();
    return new HttpSettingsFixture("https://127.0.0.1:" + port()).trust(TestKeys.store(keys)).backOffice();
  }

  private int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private static Outcome call(BackOffice backOffice, String key) {
    Call call = new Call("POST /x", new IdempotencyKey(key), "c", Map.of("a", 1), LONG);
    return backOffice.call(call, new PointOfNoReturn()).value();
  }

  private static void call(BackOffice backOffice) {
    for (int i = 0; i < CALLS; i++) {
      assertThat(call(backOffice, "k" + i)).isEqualTo(new Outcome.Done(Map.of()));
    }
  }

  @Test
  void speaksHttp2WithAServerThatOffersItOverOneConnection() {
    call(serve(true, this::answer));
    assertThat(seen).hasSize(CALLS).allMatch(each -> each.protocol().equals("HTTP/2.0") && each.path().equals("/x"));
    assertThat(seen).extracting(Seen::clientPort).containsOnly(seen.get(0).clientPort());
  }

  @Test
  void speaksHttp11WithAServerThatHasNothingElse() {
    call(serve(false, this::answer));
    assertThat(seen).hasSize(CALLS).allMatch(each -> each.protocol().equals("HTTP/1.1"));
  }

  /** The client does not wait for a free stream, and sends nothing. */
  @Test
  void aServerThatTakesNoMoreAtATimeWasSentNothing() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    BackOffice backOffice = serve(true, new BlockingHandler(exchange -> {
      seen.add(new Seen("", exchange.getRequestHeaders().getFirst("Idempotency-Key"), 0, false));
      if (seen.size() > 1) {
        mayAnswer.await(LONG.toSeconds(), TimeUnit.SECONDS);
      }
      exchange.setStatusCode(204);
    }));
    assertThat(call(backOffice, "first")).isEqualTo(new Outcome.Done(Map.of()));
    FutureTask<Outcome> second = new FutureTask<>(() -> call(backOffice, "second"));
    new Thread(second, "second call").start();
    Awaitility.await().atMost(LONG).until(() -> seen.size() == 2);
    assertThat(call(backOffice, "third")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(Failure.TRANSIENT);
      assertThat(failed.code()).isEqualTo("NO_STREAM");
    });
    mayAnswer.countDown();
    assertThat(second.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(seen).extracting(Seen::path).containsExactly("first", "second");
  }

  /** An upgrade in the open would be one request more whose answer can get lost. */
  @Test
  void speaksHttp11InTheOpenAndAsksForNothingElse() {
    server = Undertow.builder()
        .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
        .addHttpListener(0, "127.0.0.1")
        .setHandler(this::answer)
        .build();
    server.start();
    call(new HttpSettingsFixture("http://127.0.0.1:" + port()).backOffice());
    assertThat(seen).hasSize(CALLS).allMatch(each -> each.protocol().equals("HTTP/1.1") && !each.upgrade());
  }
}
