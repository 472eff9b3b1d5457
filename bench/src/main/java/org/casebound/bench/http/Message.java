package org.casebound.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that {@link SmallServer} received.
 *
 * @param method in capitals
 * @param path with the query, as sent
 * @param headers by lower-case name
 * @param bytes the body, empty when there is none
 */
public record Message(String method, String path, Map<String, String> headers, byte[] bytes) {

  /** A header's value, empty when it is missing. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The body as text. */
  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
