package org.casebound.connector.http.outbound;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.JsonTree;

/**
 * What came back over the wire.
 *
 * @param status HTTP status
 * @param json the body as a JSON object; empty when it is none, an empty map when there is no body
 * @param bare whether there is no body at all
 * @param retryAfter the header as it came
 * @param location the header as it came
 */
record HttpAnswer(
    int status, Optional<Map<String, Object>> json, boolean bare, Optional<String> retryAfter, Optional<String> location) {
  private static final long LONGEST_WAIT_SECONDS = 86_400;

  static HttpAnswer of(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    return new HttpAnswer(
        response.statusCode(), parse(text), text.isBlank(),
        response.headers().firstValue("Retry-After"), response.headers().firstValue("Location"));
  }

  private static Optional<Map<String, Object>> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(Map.of());
    }
    try {
      return Optional.of(JsonTree.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the service itself wrote the answer, rather than a server or proxy in front of it. */
  boolean isFromTheService() {
    return json.isPresent() && !bare;
  }

  /** A text or number in the body. */
  Optional<String> text(String name) {
    return json.map(body -> body.get(name))
        .filter(value -> value instanceof String || value instanceof Number)
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }

  /** An object in the body. */
  Optional<Map<String, Object>> object(String name) {
    return json.map(body -> body.get(name))
        .filter(Map.class::isInstance)
        .map(value -> withoutNulls((Map<?, ?>) value));
  }

  private static Map<String, Object> withoutNulls(Map<?, ?> map) {
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (value != null) {
        tree.put(name.toString(), value);
      }
    });
    return tree;
  }

  /** How long to wait before the next attempt, at most a day; empty when not said or not readable. */
  Optional<Duration> wait(Instant now) {
    return retryAfter.flatMap(text -> seconds(text.strip()).or(() -> until(text.strip(), now)))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.toSeconds() > LONGEST_WAIT_SECONDS ? Duration.ofSeconds(LONGEST_WAIT_SECONDS) : wait);
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      return Optional.of(
          Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
