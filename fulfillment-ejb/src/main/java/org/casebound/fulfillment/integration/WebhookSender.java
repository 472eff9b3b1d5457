package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.domain.integration.DeliveryTry;
import org.casebound.domain.shared.RuleViolation;

/**
 * Posts events to receivers, signed as the Standard Webhooks specification says, once with each secret. Follows no redirect. Thread-safe; waits for
 * the answer, so it belongs into no transaction.
 */
@ApplicationScoped
public class WebhookSender {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int ANSWER_BYTES = 1000;

  @Inject private WebhookGate gate;
  @Inject private Clock clock;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT).build();

  /** An event for a receiver. */
  public record Letter(String webhook, URI address, String id, String body) {}

  /** Sends it; a failure of any kind is what came of it. */
  public DeliveryTry send(Letter letter) {
    Instant at = clock.instant();
    Optional<RuleViolation> refusal = gate.refusal(letter.address());
    if (refusal.isPresent()) {
      return failed(at, String.valueOf(refusal.get().getMessage()));
    }
    byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
    String signatures;
    try {
      signatures = signatures(letter, at, body);
    } catch (IllegalArgumentException unusable) {
      return failed(at, "%s: %s".formatted(gate.secretSetting(letter.webhook()), unusable.getMessage()));
    }
    HttpRequest request =
        HttpRequest.newBuilder(letter.address())
            .timeout(gate.timeout())
            .header("Content-Type", "application/json")
            .header("User-Agent", "Casebound")
            .header(WebhookSignature.ID, letter.id())
            .header(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
            .header(WebhookSignature.SIGNATURE, signatures)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return exchange(request, at);
  }

  /** A receiver that changes its secret knows either of two: a signature with each is there. */
  private String signatures(Letter letter, Instant at, byte[] body) {
    List<String> secrets = gate.secrets(letter.webhook());
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("there is no secret on this node, and nothing is sent without a signature.");
    }
    return secrets.stream()
        .map(secret -> new WebhookSignature(List.of(secret), WebhookSignature.DEFAULT_TOLERANCE, clock).sign(letter.id(), at, body))
        .collect(Collectors.joining(" "));
  }

  /** The client's own time-out ends with the headers; the beginning of the body is waited for no longer than that. */
  private DeliveryTry exchange(HttpRequest request, Instant at) {
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new FirstBytes(ANSWER_BYTES));
    try {
      return answered(answer.get(gate.timeout().toMillis(), TimeUnit.MILLISECONDS), at);
    } catch (TimeoutException late) {
      answer.cancel(true);
      return failed(at, "No answer within %d s.".formatted(gate.timeout().toSeconds()));
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return failed(at, "The call was interrupted while it waited for the answer.");
    } catch (ExecutionException broken) {
      return failed(at, reason(broken.getCause() == null ? broken : broken.getCause()));
    }
  }

  private DeliveryTry answered(HttpResponse<byte[]> response, Instant at) {
    Instant now = clock.instant();
    String answer = new String(response.body(), StandardCharsets.UTF_8).replace((char) 0, (char) 0xFFFD);
    Optional<Duration> pause = response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.read(text, now));
    return new DeliveryTry(at, Duration.between(at, now), Optional.of(response.statusCode()), answer, pause);
  }

  private DeliveryTry failed(Instant at, String why) {
    return new DeliveryTry(at, Duration.between(at, clock.instant()), Optional.empty(), why, Optional.empty());
  }

  private static String reason(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return "No answer, or no connection, within the time-out.";
    }
    String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return (cause instanceof ConnectException ? "The receiver could not be reached: " : "The connection broke: ") + message;
  }
}
