package org.casebound.fulfillment.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.Webhook;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DeliveryRepository;
import org.casebound.fulfillment.persistence.DueTaskRepository;
import org.casebound.fulfillment.persistence.WebhookRepository;

/** What operators see of what webhooks were and are to be told, and what they do about it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DeliveryDesk {
  private static final List<DueTaskKind> SENDING = List.of(DueTaskKind.WEBHOOK_DELIVERY);

  @Inject private WebhookRepository webhooks;
  @Inject private DeliveryRepository deliveries;
  @Inject private DueTaskRepository tasks;
  @Inject private WebhookOutbox outbox;
  @Inject private DueTaskPlans plans;
  @Inject private Clock clock;

  /**
   * Deliveries, newest first.
   *
   * @throws UnknownRecord when there is no such webhook, event or case number
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<DeliveryView> page(DeliveryQuery query) {
    require(query.webhook());
    int size = Cursor.size(query.size());
    DeliveryRepository.Filter filter =
        new DeliveryRepository.Filter(
            query.webhook(), query.state(), query.event().map(DeliveryDesk::event), query.caseNumber().map(DeliveryDesk::caseId));
    return Cursor.page(deliveries.list(filter, Cursor.before(query.cursor()), size + 1), size, WebhookDelivery::id, DeliveryView::of);
  }

  /** @throws UnknownRecord when the webhook has no such delivery */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public DeliveryView get(String webhook, long id) {
    return DeliveryView.of(find(webhook, id));
  }

  /**
   * Sends an event again, now, with the same id and body, however it stands.
   *
   * @throws StaleRecord HOOK-009 while the webhook is paused
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public DeliveryView again(String webhook, long id) {
    requireActive(webhooks.lock(webhook).orElseThrow(() -> new UnknownRecord("webhook", webhook)));
    WebhookDelivery delivery = find(webhook, id);
    Instant now = clock.instant();
    delivery.again(now);
    // A try that is under way loses its task: what comes of it is not applied, and this one is sent besides.
    tasks.cancel(id, SENDING);
    plans.plan(DueTaskKind.WEBHOOK_DELIVERY, null, id, "", now, Values.EMPTY);
    return DeliveryView.of(delivery);
  }

  /** Sends an event that tells of nothing, once, also while the webhook is paused. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public DeliveryView test(String webhook) {
    return DeliveryView.of(outbox.test(require(webhook).name(), clock.instant()));
  }

  private WebhookDelivery find(String webhook, long id) {
    return deliveries.find(id).filter(each -> each.webhook().equals(webhook)).orElseThrow(() -> new UnknownRecord("delivery", id));
  }

  private Webhook require(String name) {
    return webhooks.find(name).orElseThrow(() -> new UnknownRecord("webhook", name));
  }

  private static void requireActive(Webhook webhook) {
    if (webhook.isPaused()) {
      throw new StaleRecord("HOOK-009", "Webhook %s is paused; resume it first.".formatted(webhook.name()));
    }
  }

  private static WebhookEvent event(String type) {
    return WebhookEvent.ofType(type).orElseThrow(() -> new UnknownRecord("event", type));
  }

  private static long caseId(String number) {
    return CaseNumber.parse(number).map(CaseNumber::id).orElseThrow(() -> new UnknownRecord("case", number));
  }
}
