package org.casebound.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final WebhookTerms TERMS = new WebhookTerms("https://hooks.example.com/x", EnumSet.of(WebhookEvent.CASE_CREATED), Set.of("Moving"));

  @Test
  void wantsWhatItsTermsSayAndKeepsThemWhole() {
    Webhook webhook = new Webhook("data-warehouse", TERMS, "admin", NOW);
    assertThat(webhook.terms()).isEqualTo(TERMS);
    assertThat(TERMS.want(WebhookEvent.CASE_CREATED, "Moving")).isTrue();
    assertThat(TERMS.want(WebhookEvent.CASE_CREATED, "Other")).isFalse();
    assertThat(TERMS.want(WebhookEvent.CASE_CLOSED, "Moving")).isFalse();
    assertThat(new WebhookTerms(TERMS.url(), TERMS.events(), Set.of()).want(WebhookEvent.CASE_CREATED, "Other")).isTrue();
    assertThatThrownBy(() -> webhook.requireVersion(3)).isInstanceOf(StaleRecord.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a b", "a.b", "a/b", "a234567890123456789012345678901234567890123456789012345678901"})
  void refusesANameThatIsNone(String name) {
    assertThatThrownBy(() -> new Webhook(name, TERMS, "admin", NOW)).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo("HOOK-001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/path", "ftp://host/x", "https:///x", "https://me:secret@host/x", "https://host/x#y", "https://ho st/x", "javascript:alert(1)"})
  void refusesAnAddressThatIsNone(String url) {
    assertThatThrownBy(() -> new WebhookTerms(url, TERMS.events(), Set.of())).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo("HOOK-002");
  }

  @Test
  void refusesEventsThatNobodyCanWant() {
    assertThatThrownBy(() -> new WebhookTerms(TERMS.url(), Set.of(), Set.of())).extracting("code").isEqualTo("HOOK-003");
    assertThatThrownBy(() -> new WebhookTerms(TERMS.url(), Set.of(WebhookEvent.WEBHOOK_TEST), Set.of())).extracting("code").isEqualTo("HOOK-003");
    assertThatThrownBy(() -> new WebhookTerms(TERMS.url(), TERMS.events(), Set.of("a b"))).extracting("code").isEqualTo("HOOK-004");
  }

  @Test
  void aDeliveryIsSentUntilItIsTakenAndAgainWhenAPersonWants() {
    WebhookDelivery delivery = new WebhookDelivery(1, "hook", "msg_1", WebhookEvent.CASE_CREATED, 7L, "{}", NOW);
    delivery.failed(attempt(503), NOW.plusSeconds(5), NOW);
    assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
    assertThat(delivery.nextAt()).contains(NOW.plusSeconds(5));
    delivery.failed(attempt(500), null, NOW);
    assertThat(delivery.state()).isEqualTo(DeliveryState.DEAD);
    assertThat(delivery.tries()).isEqualTo(2);
    delivery.again(NOW.plusSeconds(9));
    assertThat(delivery.tries()).isZero();
    delivery.delivered(attempt(204), NOW.plusSeconds(10));
    assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivery.messageId()).isEqualTo("msg_1");
    assertThat(delivery.nextAt()).isEmpty();
  }

  @Test
  void onlyATwoHundredIsASuccess() {
    assertThat(attempt(200).succeeded()).isTrue();
    assertThat(attempt(302).succeeded()).isFalse();
    assertThat(attempt(410).gone()).isTrue();
    assertThat(new DeliveryTry(NOW, Duration.ZERO, Optional.empty(), "no answer", Optional.empty()).succeeded()).isFalse();
  }

  private static DeliveryTry attempt(int status) {
    return new DeliveryTry(NOW, Duration.ofMillis(12), Optional.of(status), "", Optional.empty());
  }
}
