package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.integration.DeliveryTry;
import org.casebound.domain.integration.Webhook;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.notice.Notices;
import org.casebound.fulfillment.persistence.DeliveryRepository;
import org.casebound.fulfillment.persistence.WebhookRepository;

/** Pauses webhooks whose receivers do not answer any more. Works in the caller's transaction. */
@Dependent
class WebhookPausing {
  @Inject private WebhookRepository webhooks;
  @Inject private DeliveryRepository deliveries;
  @Inject private Notices notices;

  /**
   * An event is given up. Its webhook is paused when the receiver says that it is gone, or took nothing since the event happened; an event that it
   * alone does not want is no reason.
   */
  void given(WebhookDelivery delivery, DeliveryTry attempt, Instant now) {
    if (attempt.gone() || !deliveries.deliveredSince(delivery.webhook(), delivery.createdAt())) {
      String what = attempt.status().map("status %d"::formatted).orElse(attempt.answer());
      String why =
          attempt.gone()
              ? "The receiver answered that it is gone (410)."
              : "The receiver took nothing since %s; the last answer: %s".formatted(delivery.createdAt(), what);
      webhooks.lock(delivery.webhook()).filter(webhook -> !webhook.isPaused()).ifPresent(webhook -> pause(webhook, why, now));
    }
  }

  private void pause(Webhook webhook, String why, Instant now) {
    webhook.pause(why, now);
    FulfillmentLog.LOG.webhookPaused(webhook.name(), why);
    String subject = "Webhook %s is paused".formatted(webhook.name());
    notices.tellOfWebhook(webhook.name(), webhook.changedBy(), subject, why + " Its events are kept; resume it when the receiver works again.", now);
  }
}
