package org.casebound.fulfillment.integration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.connector.api.AddressGuard;
import org.casebound.domain.integration.RetryPolicy;
import org.eclipse.microprofile.config.Config;

/**
 * How webhooks are called. A setting that makes no sense stops the start with a sentence that names it.
 *
 * @param insecure whether {@code http} is allowed beside {@code https}. Key {@code casebound.webhooks.insecure}, default false
 * @param hosts names that may have any address, in small letters. Key {@code casebound.webhooks.allow}, with commas between them; none by default
 * @param guard which addresses may be reached: public ones, and the ranges of {@code casebound.webhooks.allow}, e.g. {@code 10.20.0.0/16}
 * @param timeout how long a receiver may take for its answer. Key {@code casebound.webhooks.timeout}, ISO duration, 1 s to 1 min, default PT10S
 * @param retries when an event that was not taken is sent again. Keys {@code casebound.webhooks.tries}, 1 to 100, default 15, and {@code
 *     casebound.webhooks.first-pause}, ISO duration, 1 s to 12 h, default PT5S; each pause is three times the one before, at most 12 h
 * @param kept how long deliveries are kept. Key {@code casebound.webhooks.kept}, ISO duration, 1 day to 10 years, default P30D
 */
record WebhookSettings(boolean insecure, Set<String> hosts, AddressGuard guard, Duration timeout, RetryPolicy retries, Duration kept) {
  private static final String ALLOW = "casebound.webhooks.allow";
  private static final String TRIES = "casebound.webhooks.tries";
  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

  static WebhookSettings from(Config config) {
    Duration second = Duration.ofSeconds(1);
    List<String> allowed = words(config.getOptionalValue(ALLOW, String.class).orElse(""));
    return new WebhookSettings(
        config.getOptionalValue("casebound.webhooks.insecure", Boolean.class).orElse(false),
        allowed.stream().filter(each -> !isRange(each)).collect(Collectors.toUnmodifiableSet()),
        guard(allowed.stream().filter(WebhookSettings::isRange).toList()),
        duration(config, "casebound.webhooks.timeout", Duration.ofSeconds(10), second, Duration.ofMinutes(1)),
        new RetryPolicy(
            tries(config),
            duration(config, "casebound.webhooks.first-pause", Duration.ofSeconds(5), second, LONGEST_PAUSE),
            LONGEST_PAUSE,
            3,
            RetryPolicy.DEFAULT.jitter()),
        duration(config, "casebound.webhooks.kept", Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(3653)));
  }

  private static List<String> words(String listed) {
    return Arrays.stream(listed.split(",")).map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean isRange(String text) {
    return text.indexOf('/') > 0;
  }

  private static AddressGuard guard(List<String> ranges) {
    try {
      return AddressGuard.of(ranges);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException(wrong(ALLOW, "hosts and ranges such as 10.20.0.0/16").getMessage(), unreadable);
    }
  }

  private static int tries(Config config) {
    String tries = config.getOptionalValue(TRIES, String.class).orElse("15");
    if (!tries.matches("[1-9][0-9]?|100")) {
      throw wrong(TRIES, "a number from 1 to 100");
    }
    return Integer.parseInt(tries);
  }

  private static Duration duration(Config config, String key, Duration otherwise, Duration least, Duration most) {
    try {
      Duration given = config.getOptionalValue(key, Duration.class).orElse(otherwise);
      if (given.compareTo(least) >= 0 && given.compareTo(most) <= 0) {
        return given;
      }
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException(wrong(key, "an ISO duration").getMessage(), unreadable);
    }
    throw wrong(key, "an ISO duration from " + least + " to " + most);
  }

  private static IllegalStateException wrong(String key, String range) {
    return new IllegalStateException("CBD10022: setting " + key + " must be " + range);
  }
}
