package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.http.outbound.AuthenticationSettings.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureAuthenticationTest {
  /** RFC 9421, B.1.5. */
  private static final String SHARED_SECRET =
      "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";

  @Test
  void signsAsTheExampleOfTheStandard() {
    Map<String, String> components = new LinkedHashMap<>();
    components.put("date", "Tue, 20 Apr 2021 02:07:55 GMT");
    components.put("@authority", "example.com");
    components.put("content-type", "application/json");
    MessageSignature.Signed signed = MessageSignature.of(Credentials.of("test-shared-secret", SHARED_SECRET))
        .sign(components, Instant.ofEpochSecond(1618884473), false);
    // RFC 9421, B.2.5.
    assertThat(signed.input())
        .isEqualTo("(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"");
    assertThat(signed.signature()).isEqualTo(":pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:");
  }

  @Test
  void theBackOfficeCanCheckWhatArrives() throws Exception {
    AtomicReference<Headers> headers = new AtomicReference<>();
    AtomicReference<byte[]> body = new AtomicReference<>();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      headers.set(exchange.getRequestHeaders());
      body.set(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    try {
      Clock clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
      Call call = new Call(
          "POST /cards/{id}?dry={dry}", new IdempotencyKey("key-1"), "c", Map.of("id", "a/b", "dry", true, "n", 1L),
          Duration.ofSeconds(10));
      new HttpSettingsFixture("http://127.0.0.1:" + server.getAddress().getPort() + "/v1").scheme(Scheme.SIGNATURE)
          .shared(clock).as(Credentials.of("ours", SHARED_SECRET)).call(call, new PointOfNoReturn());
    } finally {
      server.stop(0);
    }
    String digest = "sha-256=:" + Base64.getEncoder().encodeToString(
        MessageDigest.getInstance("SHA-256").digest(body.get())) + ":";
    String input = "(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\" \"idempotency-key\")"
        + ";created=1800000000;keyid=\"ours\";alg=\"hmac-sha256\"";
    String base = """
        "@method": POST
        "@authority": %s
        "@path": /v1/cards/a%%2Fb
        "@query": ?dry=true
        "content-digest": %s
        "idempotency-key": key-1
        "@signature-params": %s""".formatted(headers.get().getFirst("Host"), digest, input);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(SHARED_SECRET), "HmacSHA256"));
    String signature = Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    assertThat(headers.get().getFirst("Content-Digest")).isEqualTo(digest);
    assertThat(headers.get().getFirst("Signature-Input")).isEqualTo("casebound=" + input);
    assertThat(headers.get().getFirst("Signature")).isEqualTo("casebound=:" + signature + ":");
  }

  @ParameterizedTest
  @CsvSource({"'', c2VjcmV0LXNlY3JldC1zZWNyZXQ=", "ours, 'no base64!'", "ours, c2hvcnQ=", "o\"urs, c2VjcmV0LXNlY3JldC1zZWNyZXQ="})
  void refusesAKeyThatCanNotBeUsedAndDoesNotRepeatIt(String id, String secret) {
    assertThatThrownBy(() -> MessageSignature.of(Credentials.of(id, secret)))
        .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining(secret);
  }
}
