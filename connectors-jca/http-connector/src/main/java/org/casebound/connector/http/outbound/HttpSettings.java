package org.casebound.connector.http.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.AddressGuard;

/**
 * How one back office is reached.
 *
 * @param baseUrl http or https address without query and without slash at the end; operations are added to it
 * @param connectTimeout longest time to a connection, greater than zero
 * @param questionTime longest time for an answer where the caller gave none (verify, health), greater than zero
 * @param verifyPath path with {@code {key}} that answers what became of a call; empty when there is none
 * @param healthPath path that answers 2xx when the back office works; empty when there is none
 * @param headers sent with every request
 * @param trustStore whose certificates are trusted; empty for the JVM's own list
 * @param keyStore the connector's own certificate, for mutual TLS; empty for none
 * @param largestAnswer longest body that is read, in bytes
 * @param duplicateCode problem code of a 409 that says that the key was applied before; empty when there is none
 * @param authentication how the connector says who it is
 * @param allowedAddresses addresses and ranges that may be reached although they are loopback, private or otherwise closed
 */
public record HttpSettings(
    URI baseUrl,
    Duration connectTimeout,
    Duration questionTime,
    Optional<String> verifyPath,
    Optional<String> healthPath,
    Map<String, String> headers,
    Optional<CertificateStore> trustStore,
    Optional<CertificateStore> keyStore,
    int largestAnswer,
    Optional<String> duplicateCode,
    AuthenticationSettings authentication,
    List<String> allowedAddresses) {

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public HttpSettings {
    requireHttp("baseUrl", baseUrl);
    if (baseUrl.getRawQuery() != null) {
      throw new IllegalArgumentException("baseUrl must have no query: " + baseUrl.getHost());
    }
    baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    positive("connectTimeoutMillis", connectTimeout);
    positive("questionTimeoutMillis", questionTime);
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
    allowedAddresses = List.copyOf(allowedAddresses);
    AddressGuard.of(allowedAddresses);
  }

  /** Which addresses may be reached. */
  AddressGuard guard() {
    return AddressGuard.of(allowedAddresses);
  }

  static void requireHttp(String name, URI url) {
    if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
      throw new IllegalArgumentException(name + " must be an http or https address: " + url);
    }
    if (url.getRawFragment() != null || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(name + " must have no user and no fragment: " + url.getHost());
    }
  }

  private static void positive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be greater than 0.");
    }
  }
}
