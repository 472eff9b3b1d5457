package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpBackOfficeTlsTest {
  private static final String PASSWORD = "changeit";
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

  /** Makes a key pair with a certificate for one host name or address. */
  private Path keyStore(String name, String host) throws Exception {
    Path file = folder.resolve(name);
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair", "-alias", "bank", "-keyalg", "EC", "-dname", "CN=bank", "-ext", "SAN=" + host,
            "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
        .redirectErrorStream(true)
        .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(output).isZero();
    return file;
  }

  private void serve(Path keyStore) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keyStore)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }

  private Outcome call(Optional<TrustStore> trust) {
    HttpSettings settings = new HttpSettings(
        URI.create("https://127.0.0.1:" + server.getAddress().getPort()), LONG, LONG, Optional.empty(),
        Optional.empty(), Map.of(), trust, 4096);
    Call call = new Call("POST /x", new IdempotencyKey("k"), "c", Map.of(), LONG);
    return new HttpBackOffice(settings, Clock.systemUTC()).call(call, Credentials.NONE).value();
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
    assertThat(call(Optional.of(new TrustStore(keys, PASSWORD, "PKCS12")))).isEqualTo(new Outcome.Done(Map.of()));
  }

  @Test
  void refusesACertificateThatIsNotTrusted() throws Exception {
    serve(keyStore("keys.p12", "IP:127.0.0.1"));
    assertTlsFailed(call(Optional.empty()));
    assertTlsFailed(call(Optional.of(new TrustStore(keyStore("other.p12", "IP:127.0.0.1"), PASSWORD, "PKCS12"))));
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    Path keys = keyStore("keys.p12", "DNS:bank.example");
    serve(keys);
    assertTlsFailed(call(Optional.of(new TrustStore(keys, PASSWORD, "PKCS12"))));
  }

  @Test
  void refusesATrustStoreThatCanNotBeRead() {
    TrustStore missing = new TrustStore(folder.resolve("none.p12"), PASSWORD, "PKCS12");
    assertThatThrownBy(missing::sslContext).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none.p12");
    assertThat(missing.toString()).doesNotContain(PASSWORD);
  }
}
