package org.casebound.fulfillment.integration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.shared.RuleViolation;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What this installation allows webhooks. Its settings are read at the start, but for secrets: those are read each time, so that they can be changed. */
@Singleton
@Startup
@PermitAll
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WebhookGate {
  private final Config config = ConfigProvider.getConfig();
  private final WebhookSettings settings = WebhookSettings.from(config);

  /**
   * Why an address must not be called; asks the name service, so it belongs into no transaction.
   *
   * @return HOOK-008; empty when it may be called, or when its host has no address at all
   */
  public Optional<RuleViolation> refusal(URI address) {
    if (!"https".equalsIgnoreCase(address.getScheme()) && !settings.insecure()) {
      return Optional.of(new RuleViolation("HOOK-008", "Only https addresses are called; casebound.webhooks.insecure=true allows http."));
    }
    String host = address.getHost();
    if (settings.hosts().contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return settings
        .guard()
        .closed(host)
        .map(
            closed ->
                new RuleViolation(
                    "HOOK-008", "%s has the private or reserved address %s; casebound.webhooks.allow can open it.".formatted(host, closed.getHostAddress())));
  }

  /** Name of the setting that holds the secrets of a webhook. */
  public String secretSetting(String webhook) {
    return "casebound.webhooks." + webhook + ".secrets";
  }

  /** The secrets of a webhook, the newest first; empty when this node has none. */
  public List<String> secrets(String webhook) {
    return config.getOptionalValues(secretSetting(webhook), String.class).orElse(List.of());
  }

  /** How many secrets of a webhook this node has: each signs. */
  public int secretCount(String webhook) {
    return secrets(webhook).size();
  }

  /** When an event that was not taken is sent again. */
  public RetryPolicy retries() {
    return settings.retries();
  }

  /** How long a receiver may take. */
  public Duration timeout() {
    return settings.timeout();
  }

  /** How long deliveries are kept. */
  public Duration kept() {
    return settings.kept();
  }
}
