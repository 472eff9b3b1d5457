package org.casebound.fulfillment.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The one source of random values. Thread-safe. */
@ApplicationScoped
public class Ids {
  private static final long VERSION_7 = 0x7000;

  /**
   * A new key that no other installation will ever make: a UUID of version 7 (RFC 9562), with the time in milliseconds in front. An
   * index on such keys grows at its end; random ones would touch, and log, another page for each.
   */
  public String newKey() {
    UUID random = UUID.randomUUID();
    long timeInFront = System.currentTimeMillis() << 16 | VERSION_7 | random.getMostSignificantBits() & 0xFFF;
    return new UUID(timeInFront, random.getLeastSignificantBits()).toString();
  }

  /** A number in [0, 1). */
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
