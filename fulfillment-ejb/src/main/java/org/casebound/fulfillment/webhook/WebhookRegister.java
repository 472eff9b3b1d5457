package org.casebound.fulfillment.webhook;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.Webhook;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.integration.WebhookTerms;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.integration.WebhookGate;
import org.casebound.fulfillment.persistence.DeliveryRepository;
import org.casebound.fulfillment.persistence.WebhookRepository;
import org.jspecify.annotations.Nullable;

/** The transactions in which webhooks are made and changed. Not for callers outside the module: {@link WebhookDesk} knows who may. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class WebhookRegister {
  private static final int MOST = 50;

  @Inject private WebhookRepository webhooks;
  @Inject private DeliveryRepository deliveries;
  @Inject private DueTaskPlans plans;
  @Inject private WebhookGate gate;
  @Inject private AdminChanges changes;
  @Inject private Clock clock;

  /** What each webhook wants. */
  public List<Webhooks.Known> known() {
    return webhooks.all().stream().map(each -> new Webhooks.Known(each.name(), each.terms())).toList();
  }

  /** All of them with how they do, by name. */
  public List<WebhookView> all() {
    Map<String, DeliveryRepository.Health> health =
        deliveries.health().stream().collect(Collectors.toMap(DeliveryRepository.Health::webhook, Function.identity()));
    return webhooks.all().stream().map(webhook -> view(webhook, health.get(webhook.name()))).toList();
  }

  /** @throws UnknownRecord when there is none of that name */
  public WebhookView get(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
  }

  /** @throws StaleRecord HOOK-006 when there is one of that name, HOOK-007 when there are as many as may be */
  public void add(String name, WebhookTerms terms, String by) {
    if (webhooks.find(name).isPresent()) {
      throw new StaleRecord("HOOK-006", "There is a webhook '%s'; change it, or choose another name.".formatted(name));
    }
    if (webhooks.all().size() >= MOST) {
      throw new RuleViolation("HOOK-007", "There are %d webhooks, as many as there may be; delete one first.".formatted(MOST));
    }
    Webhook added = new Webhook(name, terms, by, clock.instant());
    webhooks.add(added);
    keep(by, name, Map.of(), facts(added));
  }

  /** @throws StaleRecord HOOK-005 when it changed since the caller read it */
  public void change(String name, WebhookTerms terms, int version, String by) {
    Webhook webhook = lock(name);
    webhook.requireVersion(version);
    Map<String, Object> before = facts(webhook);
    webhook.change(terms, by, clock.instant());
    keep(by, name, before, facts(webhook));
  }

  /** Nothing is sent any more; pausing a paused one changes its reason. */
  public void pause(String name, String why, String by) {
    Webhook webhook = lock(name);
    Map<String, Object> before = facts(webhook);
    webhook.pause(by + ": " + why, clock.instant());
    keep(by, name, before, facts(webhook));
  }

  /** What was kept is sent, and what comes. */
  public void resume(String name, String by) {
    Webhook webhook = lock(name);
    Instant now = clock.instant();
    if (webhook.isPaused()) {
      Map<String, Object> before = facts(webhook);
      webhook.resume(now);
      plans.plan(DueTaskKind.WEBHOOK_RESUMPTION, null, 0, name, now, Values.EMPTY);
      keep(by, name, before, facts(webhook));
    }
  }

  /** Forgets it and its deliveries. */
  public void remove(String name, String by) {
    Webhook webhook = lock(name);
    Map<String, Object> before = facts(webhook);
    deliveries.forget(name);
    webhooks.remove(webhook);
    keep(by, name, before, Map.of());
  }

  private void keep(String by, String name, Map<String, ?> before, Map<String, ?> after) {
    changes.keep(by, AdminChangeKind.WEBHOOK, name, before, after);
  }

  /** Of the address only the host: some receivers have a secret in their path. */
  private static Map<String, Object> facts(Webhook webhook) {
    WebhookTerms terms = webhook.terms();
    return Map.of(
        "host", String.valueOf(terms.address().getHost()),
        "events", terms.events().stream().map(WebhookEvent::type).toList(),
        "processes", List.copyOf(terms.processes()),
        "paused", webhook.isPaused());
  }

  private Webhook lock(String name) {
    return webhooks.lock(name).orElseThrow(() -> unknown(name));
  }

  private WebhookView view(Webhook webhook, DeliveryRepository.@Nullable Health health) {
    WebhookTerms terms = webhook.terms();
    return new WebhookView(
        webhook.name(),
        terms.url(),
        terms.events().stream().map(WebhookEvent::type).toList(),
        List.copyOf(terms.processes()),
        webhook.isPaused(),
        webhook.reason(),
        gate.secretSetting(webhook.name()),
        gate.secretCount(webhook.name()),
        webhook.changedBy(),
        webhook.changedAt(),
        webhook.version(),
        health == null ? WebhookView.Health.NONE : new WebhookView.Health(health.lastSuccess(), health.pending(), health.failing(), health.dead()));
  }

  private static UnknownRecord unknown(String name) {
    return new UnknownRecord("webhook", name);
  }
}
