package org.casebound.connector.http;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.connector.tck.FaultyWire;
import org.casebound.connector.tck.InboundRig;
import org.casebound.connector.tck.TestContainer;

/** The HTTP connector's inbound side with a back office that signs what it posts. */
final class HttpInboundRig implements InboundRig {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String PATH = "/acknowledgements/contract";

  private final TestContainer container = new TestContainer();
  private final HttpResourceAdapter adapter = new HttpResourceAdapter();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AcknowledgementActivation activation = new AcknowledgementActivation();
  private Optional<MessageEndpointFactory> active = Optional.empty();

  HttpInboundRig() {
    activation.setConnector("contract");
    activation.setPort(FaultyWire.deadPort());
    activation.setPath(PATH);
    activation.setSecrets(SECRET);
  }

  @Override
  public void activate(MessageEndpointFactory endpoints) throws ResourceException {
    adapter.start(container);
    adapter.endpointActivation(endpoints, activation);
    active = Optional.of(endpoints);
  }

  @Override
  public void shutDown() {
    active.ifPresent(endpoints -> adapter.endpointDeactivation(endpoints, activation));
    adapter.stop();
  }

  @Override
  public Receipt send(String messageId, String reference) {
    return post(body(messageId, reference), SECRET);
  }

  @Override
  public Receipt sendNonsense() {
    return post("{\"status\":\"MAYBE\"}", SECRET);
  }

  @Override
  public Optional<Receipt> sendAsStranger(String messageId, String reference) {
    return Optional.of(post(body(messageId, reference), OTHER_SECRET));
  }

  private static String body(String messageId, String reference) {
    return "{\"messageId\":\"" + messageId + "\",\"reference\":\"" + reference + "\",\"status\":\"DONE\"}";
  }

  private Receipt post(String body, String secret) {
    Instant now = Instant.now();
    WebhookSignature signature = new WebhookSignature(List.of(secret), Duration.ofMinutes(5), Clock.systemUTC());
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + activation.getPort() + PATH))
        .timeout(Duration.ofSeconds(10))
        .header("webhook-id", "w-1")
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", signature.sign("w-1", now, body.getBytes(StandardCharsets.UTF_8)))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
      return status / 100 == 2 ? Receipt.TAKEN : status == 503 ? Receipt.AGAIN : Receipt.REFUSED;
    } catch (IOException e) {
      return Receipt.SILENCE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Receipt.SILENCE;
    }
  }

  @Override
  public void close() {
    shutDown();
    container.close();
  }
}
