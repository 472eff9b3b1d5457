package org.casebound.connector.http.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.JsonTree;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;

/** A back office that is reached by HTTP, as somebody. Thread-safe. */
final class HttpBackOffice implements BackOffice {
  private static final int UNAUTHORIZED = 401;

  private final HttpSettings settings;
  private final HttpTransport transport;
  private final Authentication authentication;
  private final AnswerMapping mapping;

  HttpBackOffice(
      HttpSettings settings, HttpTransport transport, Authentication authentication, AnswerMapping mapping) {
    this.settings = settings;
    this.transport = transport;
    this.authentication = authentication;
    this.mapping = mapping;
  }

  @Override
  public Reply<Outcome> call(Call call, PointOfNoReturn point) {
    HttpCall request;
    try {
      HttpRequestLine line = HttpRequestLine.of(call.operation(), call.input());
      request = request(line, Map.of(
          "Idempotency-Key", call.key().value(), "X-Correlation-Id", call.correlationId()));
    } catch (IllegalArgumentException e) {
      return Reply.failed(Failure.PERMANENT, "OPERATION_INVALID", reason(e));
    }
    return said(
        send(request, call.timeout(), point),
        answer -> mapping.outcome(answer, call.key()),
        failed -> failed);
  }

  @Override
  public Reply<Verification> verify(IdempotencyKey key) {
    if (settings.verifyPath().isEmpty()) {
      return Reply.of(new Verification.Unsupported());
    }
    return said(
        ask(settings.verifyPath().get(), Map.of("key", key.value())),
        answer -> mapping.verification(answer, key),
        failed -> new Verification.Unavailable(failed.message()));
  }

  @Override
  public Reply<Health> health() {
    if (settings.healthPath().isEmpty()) {
      return Reply.of(new Health(Health.State.UNKNOWN, "No health path is configured."));
    }
    return said(
        ask(settings.healthPath().get(), Map.of()),
        answer -> new Health(
            answer.status() / 100 == 2 ? Health.State.UP : Health.State.DOWN,
            "The back office answered " + answer.status() + "."),
        failed -> new Health(Health.State.DOWN, failed.message()));
  }

  /** What is shared with the other connections stays; the HTTP client gives up idle sockets by itself. */
  @Override
  public void close() {}

  private static <T> Reply<T> said(
      Exchange exchange, Function<HttpAnswer, ? extends T> answered, Function<Outcome.Failed, ? extends T> failed) {
    if (exchange instanceof Exchange.Answered answer) {
      return Reply.of(answered.apply(answer.answer()));
    }
    if (exchange instanceof Exchange.Withheld withheld) {
      return Reply.of(failed.apply(withheld.reason()));
    }
    Exchange.Broken broken = (Exchange.Broken) exchange;
    return Reply.broken(
        failed.apply(new Outcome.Failed(broken.kind(), broken.code(), broken.message(), Optional.empty())));
  }

  private Exchange ask(String path, Map<String, Object> input) {
    return send(request(HttpRequestLine.of("GET " + path, input), Map.of()), settings.questionTime(), new PointOfNoReturn());
  }

  /** Sends once, and once more where the back office took the name for out of date and so did nothing. */
  private Exchange send(HttpCall request, Duration timeout, PointOfNoReturn point) {
    long end = System.nanoTime() + timeout.toNanos();
    Permit permit = authentication.permit(request, timeout);
    if (permit instanceof Permit.Granted granted) {
      point.pass();
      Exchange exchange = transport.send(request.with(granted, left(end)));
      boolean refused = exchange instanceof Exchange.Answered answer && answer.answer().status() == UNAUTHORIZED;
      if (!refused || !authentication.renew(granted)) {
        return exchange;
      }
      permit = authentication.permit(request, left(end));
    }
    return permit instanceof Permit.Granted renewed
        ? transport.send(request.with(renewed, left(end)))
        : new Exchange.Withheld(((Permit.Missing) permit).reason());
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(Duration.ofMillis(1).toNanos(), end - System.nanoTime()));
  }

  private HttpCall request(HttpRequestLine line, Map<String, String> own) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json, application/problem+json");
    headers.putAll(settings.headers());
    headers.putAll(own);
    Optional<byte[]> body = Optional.empty();
    if (line.hasBody()) {
      headers.put("Content-Type", "application/json");
      body = Optional.of(JsonTree.toJson(line.body()).toString().getBytes(StandardCharsets.UTF_8));
    }
    return new HttpCall(line.method(), URI.create(settings.baseUrl() + line.path()), headers, body);
  }

  private static String reason(IllegalArgumentException e) {
    return Optional.ofNullable(e.getMessage()).orElse("The operation can not be sent.");
  }
}
