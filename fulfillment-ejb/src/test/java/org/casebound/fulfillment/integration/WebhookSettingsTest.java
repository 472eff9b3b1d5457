package org.casebound.fulfillment.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.archive.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @Test
  void isStrictByDefault() {
    WebhookSettings settings = settings(Map.of());
    assertThat(settings.insecure()).isFalse();
    assertThat(settings.hosts()).isEmpty();
    assertThat(settings.guard().closed("10.1.2.3")).isPresent();
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.kept()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void opensHostsAndRangesThatAreNamed() {
    WebhookSettings settings = settings(Map.of("casebound.webhooks.allow", "Hooks.internal, 10.1.0.0/16"));
    assertThat(settings.hosts()).containsExactly("hooks.internal");
    assertThat(settings.guard().closed("10.1.2.3")).isEmpty();
    assertThat(settings.guard().closed("10.2.2.3")).isPresent();
  }

  @Test
  void triesForAboutThreeDaysWithPausesThatGrow() {
    WebhookSettings settings = settings(Map.of());
    Duration all = Duration.ZERO;
    for (int made = 1; made < 15; made++) {
      Duration pause = settings.retries().pause(made, 0.5);
      assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofHours(12));
      assertThat(settings.retries().pause(made, 0)).isLessThan(pause);
      assertThat(settings.retries().pause(made, 0.999)).isGreaterThan(pause);
      all = all.plus(pause);
    }
    assertThat(all).isBetween(Duration.ofDays(3).minusHours(2), Duration.ofDays(3).plusHours(6));
    assertThat(settings.retries().next(15, Optional.empty(), 0.5, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"120, PT2M", "' 0 ', PT0S", "999999999, PT24H", "'Thu, 26 Nov 2026 10:05:00 GMT', PT5M", "'Thu, 26 Nov 2026 09:00:00 GMT', PT0S"})
  void obeysTheReceiversPause(String header, Duration pause) {
    assertThat(RetryAfter.read(header, NOW)).contains(pause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "soon", "1.5", "99999999999"})
  void readsNoPauseWhereThereIsNone(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"timeout, soon", "timeout, PT2M", "tries, 0", "tries, 101", "first-pause, PT0S", "allow, 10.0.0.0/99", "kept, PT1H"})
  void refusesToStartWithASettingThatMakesNoSense(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of("casebound.webhooks." + key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("CBD10022: setting casebound.webhooks." + key + " must be ");
  }

  private static WebhookSettings settings(Map<String, String> values) {
    return WebhookSettings.from(new MapConfig(values));
  }
}
