package org.casebound.connector.api;

import java.util.Objects;

/**
 * The name of one intended effect in a back office. It stays the same over all attempts, so that the
 * back office can recognise a repeated call and apply the effect once.
 *
 * @param value 1 to {@value #MAX_LENGTH} visible ASCII characters without blanks, so that it can travel in a header
 */
public record IdempotencyKey(String value) {

  /** Longest key, in characters. */
  public static final int MAX_LENGTH = 200;

  /** @throws IllegalArgumentException when the value is empty, too long or holds other than visible ASCII */
  public IdempotencyKey {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to " + MAX_LENGTH + " visible ASCII characters without blanks.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
