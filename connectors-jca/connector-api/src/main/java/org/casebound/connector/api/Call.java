package org.casebound.connector.api;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One call to a back office.
 *
 * @param operation what to do, in the connector's own words; the HTTP connector expects {@code METHOD /path/{variable}}
 * @param key the name of the intended effect, the same over all attempts
 * @param correlationId links this call to the case in the logs of both sides; not blank, header-safe
 * @param input a JSON-like tree, see {@link JsonTree}
 * @param timeout how long the caller waits for the answer in all, greater than zero
 */
public record Call(
    String operation, IdempotencyKey key, String correlationId, Map<String, Object> input, Duration timeout) {

  /** @throws IllegalArgumentException when the operation or correlation id is blank, the time-out not positive, or the input no JSON tree */
  public Call {
    Objects.requireNonNull(key, "key");
    if (operation.isBlank()) {
      throw new IllegalArgumentException("A call needs an operation.");
    }
    if (correlationId.isBlank() || !correlationId.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("A correlation id is printable ASCII and not blank.");
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("A call needs a time-out greater than zero.");
    }
    input = JsonTree.copyOf(input);
  }
}
