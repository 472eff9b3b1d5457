package org.casebound.fulfillment.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Produces what the product takes from its surroundings: the clock and the settings. */
@ApplicationScoped
public class Environment {
  /** The clock, in UTC and in the microseconds that the databases keep. */
  @Produces
  @Dependent
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  @Produces
  @Singleton
  FulfillmentSettings settings(Ids ids) {
    String key = ids.newKey();
    // The end of the key is the random part.
    return FulfillmentSettings.from(ConfigProvider.getConfig(), key.substring(key.length() - 8));
  }
}
