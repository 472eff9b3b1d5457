package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.casebound.connector.api.Call;
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

  /** Starts the server and calls it. */
  private void callOverTls(boolean offersHttp2) {
    Path keys = TestKeys.make(folder, "keys.p12", "IP:127.0.0.1");
    SSLContext tls = TlsStores.context(Optional.empty(), Optional.of(TestKeys.store(keys))).orElseThrow();
    server = Undertow.builder()
        .setServerOption(UndertowOptions.ENABLE_HTTP2, offersHttp2)
        .addHttpsListener(0, "127.0.0.1", tls)
        .setHandler(this::answer)
        .build();
    server.start();
    call(new HttpSettingsFixture("https://127.0.0.1:" + port()).trust(TestKeys.store(keys)).backOffice());
  }

  private int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private static void call(BackOffice backOffice) {
    for (int i = 0; i < CALLS; i++) {
      Call call = new Call("POST /x", new IdempotencyKey("k" + i), "c", Map.of("a", 1), LONG);
      assertThat(backOffice.call(call, new PointOfNoReturn()).value()).isEqualTo(new Outcome.Done(Map.of()));
    }
  }

  @Test
  void speaksHttp2WithAServerThatOffersItOverOneConnection() {
    callOverTls(true);
    assertThat(seen).hasSize(CALLS).allMatch(each -> each.protocol().equals("HTTP/2.0") && each.path().equals("/x"));
    assertThat(seen).extracting(Seen::clientPort).containsOnly(seen.get(0).clientPort());
  }

  @Test
  void speaksHttp11WithAServerThatHasNothingElse() {
    callOverTls(false);
    assertThat(seen).hasSize(CALLS).allMatch(each -> each.protocol().equals("HTTP/1.1"));
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
