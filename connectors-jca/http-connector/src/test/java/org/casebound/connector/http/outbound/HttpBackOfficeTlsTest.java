package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.PointOfNoReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpBackOfficeTlsTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir
  Path folder;

  private HttpsServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private Path keyStore(String name, String host) {
    return TestKeys.make(folder, name, host);
  }

  private void serve(Path keyStore) throws Exception {
    serve(TlsStores.context(Optional.empty(), Optional.of(TestKeys.store(keyStore))).orElseThrow(), false);
  }

  private void serve(SSLContext context, boolean clientCertificate) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters tls = context.getDefaultSSLParameters();
        tls.setNeedClientAuth(clientCertificate);
        parameters.setSSLParameters(tls);
      }
    });
    server.createContext("/", exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }

  private Outcome call(HttpSettingsFixture settings) {
    Call call = new Call("POST /x", new IdempotencyKey("k"), "c", Map.of(), LONG);
    return settings.backOffice().call(call, new PointOfNoReturn()).value();
  }

  private HttpSettingsFixture here() {
    return new HttpSettingsFixture("https://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void assertTlsFailed(Outcome outcome) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(Failure.TRANSIENT);
      assertThat(failed.code()).isEqualTo("TLS_FAILED");
    });
  }

  @Test
  void talksToABackOfficeWhoseCertificateIsTrusted() throws Exception {
    Path keys = keyStore("keys.p12", "IP:127.0.0.1");
    serve(keys);
    assertThat(call(here().trust(TestKeys.store(keys)))).isEqualTo(new Outcome.Done(Map.of()));
  }

  @Test
  void refusesACertificateThatIsNotTrusted() throws Exception {
    serve(keyStore("keys.p12", "IP:127.0.0.1"));
    assertTlsFailed(call(here()));
    assertTlsFailed(call(here().trust(TestKeys.store(keyStore("other.p12", "IP:127.0.0.1")))));
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    Path keys = keyStore("keys.p12", "DNS:bank.example");
    serve(keys);
    assertTlsFailed(call(here().trust(TestKeys.store(keys))));
  }

  @Test
  void refusesACertificateStoreThatCanNotBeRead() {
    CertificateStore missing = TestKeys.store(folder.resolve("none.p12"));
    assertThatThrownBy(missing::load).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none.p12");
    assertThat(missing.toString()).doesNotContain(TestKeys.PASSWORD);
  }

  @Test
  void showsItsOwnCertificateToABackOfficeThatAsksForIt() throws Exception {
    Path bank = keyStore("bank.p12", "IP:127.0.0.1");
    Path ours = keyStore("ours.p12", "DNS:casebound.example");
    serve(TlsStores.context(Optional.of(TestKeys.store(ours)), Optional.of(TestKeys.store(bank))).orElseThrow(), true);
    assertThat(call(here().trust(TestKeys.store(bank)).keys(TestKeys.store(ours)))).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(call(here().trust(TestKeys.store(bank)))).isInstanceOf(Outcome.Failed.class);
    assertThat(call(here().trust(TestKeys.store(bank)).keys(TestKeys.store(keyStore("strange.p12", "DNS:other.example")))))
        .isInstanceOf(Outcome.Failed.class);
  }
}
