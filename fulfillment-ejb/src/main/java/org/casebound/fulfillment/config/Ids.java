package org.casebound.fulfillment.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The one source of random values. Thread-safe. */
@ApplicationScoped
public class Ids {
  /** A new key that no other installation will ever make. */
  public String newKey() {
    return UUID.randomUUID().toString();
  }

  /** A number in [0, 1). */
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
