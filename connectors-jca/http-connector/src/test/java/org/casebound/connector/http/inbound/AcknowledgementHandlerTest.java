package org.casebound.connector.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Receipt;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.connector.base.inbound.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementHandlerTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final String BODY = "{\"messageId\":\"m1\",\"reference\":\"R1\",\"status\":\"DONE\",\"result\":{\"name\":\"Größe\"}}";
  private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AcknowledgementServers servers = new AcknowledgementServers(threads);
  private final List<Acknowledgement> delivered = new ArrayList<>();
  private Delivery delivery = ack -> Receipt.MATCHED;
  private AcknowledgementServers.Registration registration;

  @BeforeEach
  void listen() throws IOException {
    AcknowledgementHandler handler = new AcknowledgementHandler("core", signature(SECRET, NOW), ack -> {
      delivered.add(ack);
      return delivery.deliver(ack);
    });
    registration = servers.register(ANY_PORT, "/acks/core", handler);
  }

  @AfterEach
  void stop() {
    registration.close();
    threads.shutdownNow();
  }

  private static WebhookSignature signature(String secret, Instant now) {
    return new WebhookSignature(
        List.of(secret), WebhookSignature.DEFAULT_TOLERANCE, Clock.fixed(now, ZoneOffset.UTC));
  }

  private HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + registration.port() + "/acks/core"))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> sendSigned(String body, String secret, Instant at) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(request(body)
        .header("webhook-id", "w1")
        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .header("webhook-signature", signature(secret, at).sign("w1", at, bytes)));
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + status, "\"detail\":");
  }

  @Test
  void deliversASignedAcknowledgementAndAnswersAfterwards() throws Exception {
    HttpResponse<String> response = sendSigned(BODY, SECRET, NOW);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"receipt\":\"MATCHED\"}");
    assertThat(delivered).singleElement().satisfies(ack -> {
      assertThat(ack.connector()).isEqualTo("core");
      assertThat(ack.sentAt()).isEqualTo(NOW);
      assertThat(((Outcome.Done) ack.outcome()).result()).containsEntry("name", "Größe");
    });
  }

  @ParameterizedTest
  @CsvSource({"MATCHED,200", "DUPLICATE,200", "WAITING,202", "UNKNOWN,404"})
  void tellsTheSenderWhatBecameOfIt(Receipt receipt, int status) throws Exception {
    delivery = ack -> receipt;
    assertThat(sendSigned(BODY, SECRET, NOW).statusCode()).isEqualTo(status);
  }

  @Test
  void refusesAWrongAnOldAndAMissingSignature() throws Exception {
    assertProblem(sendSigned(BODY, OTHER_SECRET, NOW), 401);
    assertProblem(sendSigned(BODY, SECRET, NOW.minusSeconds(301)), 401);
    assertProblem(sendSigned(BODY, SECRET, NOW.plusSeconds(301)), 401);
    assertProblem(send(request(BODY)), 401);
    assertThat(delivered).isEmpty();
  }

  @Test
  void refusesAMalformedBody() throws Exception {
    assertProblem(sendSigned("nonsense", SECRET, NOW), 400);
    assertProblem(sendSigned("{}", SECRET, NOW), 400);
    assertThat(delivered).isEmpty();
  }

  @Test
  void refusesALargeBodyReadably() throws Exception {
    assertProblem(send(request("x".repeat(10_000_000))), 413);
    assertProblem(sendSigned("x".repeat(AcknowledgementHandler.LARGEST_BODY + 1), SECRET, NOW), 413);
  }

  @Test
  void refusesOtherMethodsAndPaths() throws Exception {
    assertProblem(send(request(BODY).GET()), 405);
    URI longer = URI.create("http://127.0.0.1:" + registration.port() + "/acks/core/more");
    assertProblem(send(HttpRequest.newBuilder(longer).POST(HttpRequest.BodyPublishers.noBody())), 404);
  }

  @Test
  void tellsTheSenderToSendAgainWhenItCouldNotBeStored() throws Exception {
    for (Exception failure : List.of(new UnavailableException("starting"), new IllegalStateException("boom"))) {
      delivery = ack -> {
        if (failure instanceof ResourceException resource) {
          throw resource;
        }
        throw (RuntimeException) failure;
      };
      HttpResponse<String> response = sendSigned(BODY, SECRET, NOW);
      assertProblem(response, 503);
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
      assertThat(response.body()).doesNotContain("boom");
    }
  }

  @Test
  void sharesAPortBetweenPathsUntilTheLastOneIsGivenBack() throws Exception {
    int port = registration.port();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    registration.close();
    registration = servers.register(address, "/acks/core", exchange -> exchange.sendResponseHeaders(204, -1));
    AcknowledgementServers.Registration second =
        servers.register(address, "/acks/cards", exchange -> exchange.sendResponseHeaders(204, -1));
    assertThatThrownBy(() -> servers.register(address, "/acks/cards", exchange -> {}))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/acks/cards");
    second.close();
    second.close();
    assertThat(send(request(BODY)).statusCode()).isEqualTo(204);
    registration.close();
    assertThatThrownBy(() -> send(request(BODY))).isInstanceOf(IOException.class);
  }
}
