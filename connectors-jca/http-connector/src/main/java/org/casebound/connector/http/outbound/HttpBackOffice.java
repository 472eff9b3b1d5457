package org.casebound.connector.http.outbound;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.JsonTree;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;

/** A back office that is reached by HTTP. Thread-safe. */
public final class HttpBackOffice {
  private final HttpSettings settings;
  private final HttpTransport transport;
  private final AnswerMapping mapping;

  /** @throws IllegalArgumentException with a sentence when the trust store can not be read */
  public HttpBackOffice(HttpSettings settings, Clock clock) {
    this.settings = settings;
    this.transport = new HttpTransport(settings);
    this.mapping = new AnswerMapping(clock);
  }

  /** An outcome, and whether the connection can be trusted for the next call. */
  public record Reply<T>(T value, boolean transportBroke) {}

  /** Calls once; never repeats. */
  public Reply<Outcome> call(Call call, Credentials credentials) {
    HttpRequest request;
    try {
      request = request(HttpRequestLine.of(call.operation(), call.input()), credentials, call.timeout())
          .header("Idempotency-Key", call.key().value())
          .header("X-Correlation-Id", call.correlationId())
          .build();
    } catch (IllegalArgumentException e) {
      return new Reply<>(
          new Outcome.Failed(Failure.PERMANENT, "OPERATION_INVALID", reason(e), Optional.empty()), false);
    }
    Exchange exchange = transport.send(request, call.timeout());
    if (exchange instanceof Exchange.Answered answered) {
      return new Reply<>(mapping.outcome(answered.answer(), call.key()), false);
    }
    Exchange.Broken broken = (Exchange.Broken) exchange;
    return new Reply<>(new Outcome.Failed(broken.kind(), broken.code(), broken.message(), Optional.empty()), true);
  }

  /** Asks what became of a call; repeating this question does no harm. */
  public Reply<Verification> verify(IdempotencyKey key, Credentials credentials) {
    if (settings.verifyPath().isEmpty()) {
      return new Reply<>(new Verification.Unsupported(), false);
    }
    HttpRequestLine line = HttpRequestLine.of("GET " + settings.verifyPath().get(), Map.of("key", key.value()));
    Exchange exchange = transport.send(
        request(line, credentials, settings.readTimeout()).build(), settings.readTimeout());
    if (exchange instanceof Exchange.Answered answered) {
      return new Reply<>(mapping.verification(answered.answer(), key), false);
    }
    return new Reply<>(new Verification.Unavailable(((Exchange.Broken) exchange).message()), true);
  }

  /** Asks whether the back office works. */
  public Reply<Health> health(Credentials credentials) {
    if (settings.healthPath().isEmpty()) {
      return new Reply<>(new Health(Health.State.UNKNOWN, "No health path is configured."), false);
    }
    HttpRequestLine line = HttpRequestLine.of("GET " + settings.healthPath().get(), Map.of());
    Exchange exchange = transport.send(
        request(line, credentials, settings.readTimeout()).build(), settings.readTimeout());
    if (exchange instanceof Exchange.Answered answered) {
      int status = answered.answer().status();
      Health.State state = status / 100 == 2 ? Health.State.UP : Health.State.DOWN;
      return new Reply<>(new Health(state, "The back office answered " + status + "."), false);
    }
    return new Reply<>(new Health(Health.State.DOWN, ((Exchange.Broken) exchange).message()), true);
  }

  private HttpRequest.Builder request(HttpRequestLine line, Credentials credentials, Duration timeout) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + line.path()))
        .timeout(timeout)
        .header("Accept", "application/json, application/problem+json");
    settings.headers().forEach(request::setHeader);
    credentials.authorization().ifPresent(value -> request.setHeader("Authorization", value));
    if (line.hasBody()) {
      request.header("Content-Type", "application/json");
    }
    return request.method(line.method(), body(line));
  }

  private static BodyPublisher body(HttpRequestLine line) {
    return line.hasBody() ? BodyPublishers.ofString(JsonTree.toJson(line.body()).toString()) : BodyPublishers.noBody();
  }

  private static String reason(IllegalArgumentException e) {
    return Optional.ofNullable(e.getMessage()).orElse("The operation can not be sent.");
  }
}
