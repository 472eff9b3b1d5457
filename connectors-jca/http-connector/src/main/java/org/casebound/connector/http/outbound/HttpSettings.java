package org.casebound.connector.http.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How one back office is reached.
 *
 * @param baseUrl http or https address without query and without slash at the end; operations are added to it
 * @param connectTimeout longest time to a connection, greater than zero
 * @param readTimeout longest time for an answer where the caller gave none (verify, health), greater than zero
 * @param verifyPath path with {@code {key}} that answers what became of a call; empty when there is none
 * @param healthPath path that answers 2xx when the back office works; empty when there is none
 * @param headers sent with every request
 * @param trustStore whose certificates are trusted; empty for the JVM's own list
 * @param largestAnswer longest body that is read, in bytes
 */
public record HttpSettings(
    URI baseUrl,
    Duration connectTimeout,
    Duration readTimeout,
    Optional<String> verifyPath,
    Optional<String> healthPath,
    Map<String, String> headers,
    Optional<TrustStore> trustStore,
    int largestAnswer) {

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public HttpSettings {
    String scheme = baseUrl.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || baseUrl.getHost() == null) {
      throw new IllegalArgumentException("baseUrl must be an http or https address: " + baseUrl);
    }
    if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null || baseUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException("baseUrl must have no user, query or fragment: " + baseUrl.getHost());
    }
    baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    positive("connectTimeoutMillis", connectTimeout);
    positive("readTimeoutMillis", readTimeout);
    if (verifyPath.filter(path -> !path.startsWith("/") || !path.contains("{key}")).isPresent()) {
      throw new IllegalArgumentException("verifyPath must begin with a slash and contain {key}.");
    }
    if (healthPath.filter(path -> !path.startsWith("/")).isPresent()) {
      throw new IllegalArgumentException("healthPath must begin with a slash.");
    }
    if (largestAnswer < 1024) {
      throw new IllegalArgumentException("maxResponseBytes must be at least 1024.");
    }
    headers = Map.copyOf(headers);
  }

  private static void positive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be greater than 0.");
    }
  }
}
